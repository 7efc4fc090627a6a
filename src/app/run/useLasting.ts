import { useEffect, useState } from 'react';

import type { Milliseconds } from '#base/units.ts';

/** Whether something has held for a time without a break. */
export function useLasting(holds: boolean, time: Milliseconds): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!holds) return undefined;
    const timer = setTimeout(() => {
      setLasts(true);
    }, time);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [holds, time]);
  return holds && lasts;
}

import { useEffect, useEffectEvent } from 'react';

import type { Seconds } from '#base/units.ts';

/** Calls `reveal` with the time of an event whenever another one is selected; null: none is. */
export function useRevealEvent(
  reveal: (time: Seconds) => void,
  time: Seconds | null,
  event: number | null,
): void {
  const show = useEffectEvent(() => {
    if (time !== null) reveal(time);
  });
  useEffect(() => {
    if (event !== null) show();
  }, [event]);
}

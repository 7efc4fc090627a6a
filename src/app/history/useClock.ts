import { useEffect, useState } from 'react';

import type { Milliseconds } from '#base/units.ts';

/** The milliseconds since 1970, on the clock of the edits; looked at anew every `period`. */
export function useClock(period: Milliseconds): Milliseconds {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), period);
    return () => clearInterval(timer);
  }, [period]);
  return now;
}

function read(): Milliseconds {
  return performance.timeOrigin + performance.now();
}

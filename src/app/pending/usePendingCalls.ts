import { useEffect, useState } from 'react';

import type { Milliseconds } from '#base/units.ts';
import type { Now } from '#store/studio.ts';
import { useStudio } from '#store/useStudio.ts';
import type { PendingCall } from '#trace/runState.ts';

/** The pending calls at an instant. */
export interface PendingCalls {
  readonly now: Now;
  /** In the order in which they would run. */
  readonly calls: readonly PendingCall[];
}

/** At most this part of the time is spent on sorting calls: with very many, the list moves in steps. */
const SHARE = 1 / 5;

/** The pending calls at the playhead. */
export function usePendingCalls(): PendingCalls {
  const studio = useStudio();
  const [pending, setPending] = useState(() => read(studio.now.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let rest: Milliseconds = 0;
    const update = (): void => {
      timer = null;
      const began = performance.now();
      setPending(read(studio.now.getState()));
      rest = performance.now() + (performance.now() - began) / SHARE;
    };
    const updateSoon = (): void => {
      const wait = rest - performance.now();
      // What takes less than a frame's leisure follows the playhead at once.
      if (timer === null && wait < LEISURE) update();
      else timer ??= setTimeout(update, wait);
    };
    update();
    const stop = studio.now.subscribe(updateSoon);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [studio]);
  return pending;
}

const LEISURE: Milliseconds = 5;

function read(now: Now): PendingCalls {
  return { now, calls: now.state.pendingCalls() };
}

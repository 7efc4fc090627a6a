import { useEffect, useEffectEvent } from 'react';

import type { Seconds } from '#base/units.ts';
import { useStudio } from '#store/useStudio.ts';

/** Calls `reveal` with the time of the playhead whenever that has moved. */
export function useFollowPlayhead(reveal: (time: Seconds) => void): void {
  const studio = useStudio();
  const onMove = useEffectEvent(reveal);
  useEffect(
    () =>
      studio.now.subscribe((now, before) => {
        if (now.time !== before.time) onMove(now.time);
      }),
    [studio],
  );
}

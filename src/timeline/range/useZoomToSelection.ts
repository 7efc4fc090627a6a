import { useEffect, useEffectEvent } from 'react';

import { useStudio } from '#store/useStudio.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';
import type { TimeWindowControls } from '#timeline/time/useTimeWindow.ts';

/** Shows what is selected whenever that is asked for; `range` is null where nothing is selected. */
export function useZoomToSelection(
  show: TimeWindowControls['show'],
  range: () => TimeRange | null,
): void {
  const { zooms } = useStudio();
  const onAsked = useEffectEvent(() => {
    const wanted = range();
    if (wanted !== null) show(wanted);
  });
  useEffect(() => zooms.subscribe(() => onAsked()), [zooms]);
}

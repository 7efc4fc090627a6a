import { useEffect, useEffectEvent, type RefObject } from 'react';

import { topOf, type LaneGeometry } from './laneGeometry.ts';

/**
 * Scrolls to a lane when it becomes the selected one, and when another event is selected in it; one
 * that is not shown is none.
 */
export function useRevealLane(
  scroller: RefObject<HTMLElement | null>,
  geometry: LaneGeometry,
  lane: number,
  event: number | null,
): void {
  const reveal = useEffectEvent((index: number) => {
    const element = scroller.current;
    const top = topOf(geometry, index);
    const position = geometry.positions.get(index);
    if (element === null || top === null || position === undefined) return;
    const bottom = geometry.tops[position + 1] ?? top;
    const { scrollTop, clientHeight } = element;
    if (top < scrollTop) element.scrollTo({ top });
    else if (bottom > scrollTop + clientHeight) element.scrollTo({ top: bottom - clientHeight });
  });
  useEffect(() => {
    if (event !== null || Number.isFinite(lane)) reveal(lane);
  }, [lane, event]);
}

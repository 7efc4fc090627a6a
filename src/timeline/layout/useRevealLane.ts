import { useEffect, useEffectEvent, type RefObject } from 'react';

import type { LaneGeometry } from './laneGeometry.ts';

/** Scrolls to a lane when it becomes the selected one; an index of no lane is none. */
export function useRevealLane(
  scroller: RefObject<HTMLElement | null>,
  { tops }: LaneGeometry,
  lane: number,
): void {
  const reveal = useEffectEvent((index: number) => {
    const element = scroller.current;
    const top = tops[index];
    const bottom = tops[index + 1];
    if (element === null || top === undefined || bottom === undefined) return;
    const { scrollTop, clientHeight } = element;
    if (top < scrollTop) element.scrollTo({ top });
    else if (bottom > scrollTop + clientHeight) element.scrollTo({ top: bottom - clientHeight });
  });
  useEffect(() => {
    reveal(lane);
  }, [lane]);
}

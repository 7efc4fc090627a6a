import { useRef, type PointerEvent } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';
import { useStudio } from '#store/useStudio.ts';
import { snappedTime } from '#timeline/time/snap.ts';
import type { TimeScale } from '#timeline/time/timeScale.ts';
import { localPoint } from '#ui/localPoint.ts';

type Handler = (event: PointerEvent<HTMLElement>) => void;

/** What an element that stands at a time hands on to be dragged to another. */
export type TimeDrag = Readonly<
  Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', Handler>
>;

/**
 * Drags an element that stands at pixel `x` of its parent, which is as wide as the scale. It keeps its
 * distance to the pointer, and snaps to events.
 */
export function useTimeDrag(
  scale: TimeScale,
  x: CssPixels,
  move: (time: Seconds) => void,
): TimeDrag {
  const studio = useStudio();
  /** How far from the element's place it was grabbed; null while nobody drags. */
  const grabbed = useRef<CssPixels | null>(null);
  const pointed = (event: PointerEvent<HTMLElement>): CssPixels => {
    const overlay = event.currentTarget.parentElement;
    return overlay === null ? event.clientX : localPoint(overlay, event).x;
  };
  const letGo = (): void => {
    grabbed.current = null;
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
      event.currentTarget.focus({ preventScroll: true });
      grabbed.current = pointed(event) - x;
    },
    onPointerMove(event) {
      if (grabbed.current === null) return;
      const at = Math.min(Math.max(0, pointed(event) - grabbed.current), scale.width);
      if (Math.abs(at - x) >= 1) move(snappedTime(studio.run.getState().trace, scale, at));
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
}

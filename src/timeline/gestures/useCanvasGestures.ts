import { useRef, type PointerEvent, type RefObject } from 'react';

import type { CssPixels } from '#base/units.ts';

import { pinched, type Fingers } from './pinch.ts';
import { drawnRangeOf, pannedBy, type TimeRange } from '#timeline/time/timeScale.ts';
import type { TimeWindowControls } from '#timeline/time/useTimeWindow.ts';

/** A place on the canvas. */
export interface CanvasPoint {
  readonly x: CssPixels;
  readonly y: CssPixels;
}

/** What gestures on the canvas mean besides moving what is seen. */
export interface CanvasGestures {
  /** The pointer was pressed and let go at one place. */
  readonly press: (point: CanvasPoint) => void;
  /** The pointer is over a place; null when it is not, or moves what is seen. */
  readonly hover: (point: CanvasPoint | null) => void;
}

/** A press that has not ended. */
interface Held {
  readonly from: CanvasPoint;
  readonly at: CanvasPoint;
}

/** What was seen when the fingers or the button came down: a range of drawn time. */
interface Grip {
  readonly range: TimeRange;
  readonly scrollTop: CssPixels;
  readonly isMoved: boolean;
}

/** A press that moves less is a press. */
const SLACK: CssPixels = 4;

type Handler = (event: PointerEvent<HTMLElement>) => void;

/** Drag to pan in both directions, pinch to zoom, press, and hover. */
export function useCanvasGestures(
  window: TimeWindowControls,
  scroller: RefObject<HTMLElement | null>,
  { press, hover }: CanvasGestures,
): Readonly<
  Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel' | 'onPointerLeave',
    Handler
  >
> {
  const held = useRef(new Map<number, Held>());
  const grip = useRef<Grip | null>(null);

  /** Whether the gesture has moved what is seen already. */
  const hasShown = useRef(false);

  const take = (isMoved: boolean): void => {
    const scrollTop = scroller.current?.scrollTop ?? 0;
    grip.current = { range: drawnRangeOf(window.scale), scrollTop, isMoved };
    for (const [id, { at }] of held.current) held.current.set(id, { from: at, at });
  };
  const show = (range: TimeRange): void => {
    window.showDrawn(range, hasShown.current ? 'more' : 'step');
    hasShown.current = true;
  };
  const move = ({ range, scrollTop }: Grip): void => {
    const { scale } = window;
    const [one, two] = [...held.current.values()];
    if (one === undefined) return;
    if (two !== undefined) {
      const from: Fingers = [one.from.x, two.from.x];
      show(pinched(range, scale.width, from, [one.at.x, two.at.x]));
      return;
    }
    const perPixel = (range.end - range.start) / scale.width;
    show(pannedBy(range, (one.from.x - one.at.x) * perPixel));
    scroller.current?.scrollTo({ top: scrollTop + one.from.y - one.at.y });
  };
  const letGo = (event: PointerEvent<HTMLElement>): boolean => {
    const wasPress = held.current.size === 1 && grip.current?.isMoved === false;
    held.current.delete(event.pointerId);
    if (held.current.size > 0) take(true);
    else grip.current = null;
    return wasPress;
  };

  return {
    onPointerDown(event) {
      if (event.button > 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = pointOf(event);
      if (held.current.size === 0) hasShown.current = false;
      held.current.set(event.pointerId, { from: at, at });
      take(held.current.size > 1);
    },
    onPointerMove(event) {
      const at = pointOf(event);
      const pointer = held.current.get(event.pointerId);
      if (pointer === undefined || grip.current === null) {
        hover(event.pointerType === 'touch' ? null : at);
        return;
      }
      held.current.set(event.pointerId, { ...pointer, at });
      const way = Math.hypot(at.x - pointer.from.x, at.y - pointer.from.y);
      if (!grip.current.isMoved && way < SLACK) return;
      if (!grip.current.isMoved) grip.current = { ...grip.current, isMoved: true };
      hover(null);
      move(grip.current);
    },
    onPointerUp(event) {
      if (letGo(event) && event.button === 0) press(pointOf(event));
    },
    onPointerCancel: letGo,
    onPointerLeave() {
      hover(null);
    },
  };
}

function pointOf(event: PointerEvent<HTMLElement>): CanvasPoint {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

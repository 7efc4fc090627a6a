import {
  useCallback,
  useEffect,
  useRef,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react';

import type { CssPixels, Milliseconds } from '#base/units.ts';

import { pinched, type Fingers } from './pinch.ts';
import { drawnRangeOf, pannedBy, type TimeRange } from '#timeline/time/timeScale.ts';
import type { TimeWindowControls } from '#timeline/time/useTimeWindow.ts';
import { localPoint } from '#ui/localPoint.ts';

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
  /** The pointer is dragged with Shift between two places, or a finger that was held before. */
  readonly stretch: (from: CssPixels, to: CssPixels) => void;
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
  /** Whether it selects a stretch of time, and does not move what is seen. */
  readonly isStretch: boolean;
}

/** A press that moves less is a press. */
const SLACK: CssPixels = 4;

/** A finger that stays so long selects a stretch of time, which is as wide as it at first. */
const HOLD: Milliseconds = 450;
const FINGER: CssPixels = 44;

type Handler = (event: PointerEvent<HTMLElement>) => void;

/**
 * Drag to pan in both directions, pinch to zoom, press, hover, and drag with Shift or after a finger was
 * held to select a stretch of time.
 */
export function useCanvasGestures(
  window: TimeWindowControls,
  scroller: RefObject<HTMLElement | null>,
  { press, hover, stretch }: CanvasGestures,
): Readonly<
  Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel' | 'onPointerLeave',
    Handler
  >
> & { readonly onContextMenu: (event: MouseEvent) => void } {
  const held = useRef(new Map<number, Held>());
  const grip = useRef<Grip | null>(null);

  /** Whether the gesture has moved what is seen already. */
  const hasShown = useRef(false);

  const holding = useRef<ReturnType<typeof setTimeout> | null>(null);

  const stopHolding = useCallback(() => {
    if (holding.current !== null) clearTimeout(holding.current);
    holding.current = null;
  }, []);
  useEffect(() => stopHolding, [stopHolding]);

  const take = (isMoved: boolean, isStretch = false): void => {
    const scrollTop = scroller.current?.scrollTop ?? 0;
    grip.current = { range: drawnRangeOf(window.scale), scrollTop, isMoved, isStretch };
    for (const [id, { at }] of held.current) held.current.set(id, { from: at, at });
  };
  const show = (range: TimeRange): void => {
    window.showDrawn(range, hasShown.current ? 'more' : 'step');
    hasShown.current = true;
  };
  const move = ({ range, scrollTop, isStretch }: Grip): void => {
    const { scale } = window;
    const [one, two] = [...held.current.values()];
    if (one === undefined) return;
    if (two !== undefined) {
      const from: Fingers = [one.from.x, two.from.x];
      show(pinched(range, scale.width, from, [one.at.x, two.at.x]));
      return;
    }
    if (isStretch) {
      stretch(one.from.x, one.at.x);
      return;
    }
    const perPixel = (range.end - range.start) / scale.width;
    show(pannedBy(range, (one.from.x - one.at.x) * perPixel));
    scroller.current?.scrollTo({ top: scrollTop + one.from.y - one.at.y });
  };
  const hold = ({ x }: CanvasPoint): void => {
    holding.current = null;
    take(true, true);
    stretch(x - FINGER / 2, x + FINGER / 2);
  };
  const letGo = (event: PointerEvent<HTMLElement>): boolean => {
    stopHolding();
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
      take(held.current.size > 1, event.shiftKey && event.button === 0);
      stopHolding();
      if (event.pointerType === 'touch' && held.current.size === 1) {
        holding.current = setTimeout(hold, HOLD, at);
      }
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
      stopHolding();
      if (!grip.current.isMoved) grip.current = { ...grip.current, isMoved: true };
      hover(null);
      move(grip.current);
    },
    onPointerUp(event) {
      if (letGo(event) && event.button === 0) press(pointOf(event));
    },
    onPointerCancel: letGo,
    onContextMenu(event) {
      // A finger that is held asks for a menu in some browsers.
      if (held.current.size > 0) event.preventDefault();
    },
    onPointerLeave() {
      hover(null);
    },
  };
}

function pointOf(event: PointerEvent<HTMLElement>): CanvasPoint {
  return localPoint(event.currentTarget, event);
}

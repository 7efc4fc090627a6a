import type { PointerEvent, TouchEvent, WheelEvent } from 'react';

/** What a list listens to, to know that somebody scrolls it. */
export interface ScrollListeners {
  readonly onWheel: (event: WheelEvent) => void;
  readonly onTouchMove: (event: TouchEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
}

/** Tells of a list that is scrolled by wheel, finger or scroll bar. */
export function useScrolledByHand(tell: () => void): ScrollListeners {
  const scrolled = ({ currentTarget }: { readonly currentTarget: Element }): void => {
    if (currentTarget.scrollHeight > currentTarget.clientHeight) tell();
  };
  return {
    onWheel: scrolled,
    onTouchMove: scrolled,
    onPointerDown(event) {
      // A press beside the rows is one on the scroll bar.
      if (event.target === event.currentTarget) tell();
    },
  };
}

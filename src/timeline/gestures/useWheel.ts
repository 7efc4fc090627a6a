import { useEffect, useEffectEvent, type RefObject } from 'react';

import type { CssPixels } from '#base/units.ts';
import { localPoint } from '#ui/localPoint.ts';

import { wheelMove, type WheelMove } from './wheelMove.ts';

/** Lets the wheel move the time over an element, in the place of the page. */
export function useWheel(
  ref: RefObject<HTMLElement | null>,
  move: (move: WheelMove, x: CssPixels) => void,
): void {
  const onTurn = useEffectEvent((event: WheelEvent, element: HTMLElement) => {
    event.preventDefault();
    move(wheelMove(event), localPoint(element, event).x);
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const listen = (event: WheelEvent): void => {
      onTurn(event, element);
    };
    // React listens passively, and a passive listener cannot keep the page from scrolling.
    element.addEventListener('wheel', listen, { passive: false });
    return () => {
      element.removeEventListener('wheel', listen);
    };
  }, [ref]);
}

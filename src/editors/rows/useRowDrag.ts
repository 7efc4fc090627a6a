import { useState, type PointerEvent, type RefObject } from 'react';

import type { CssPixels } from '#base/units.ts';

import { dropIndex } from './dropIndex.ts';

/** A row on its way. */
export interface RowDrag {
  readonly from: number;
  /** The index that it would have if it were dropped now. */
  readonly to: number;
}

/** What the handle of a row needs. */
export interface DragHandle {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** So near to the edge of what scrolls, a drag scrolls it. */
const EDGE: CssPixels = 32;
/** How far one move of the pointer scrolls there. */
const SCROLL_STEP: CssPixels = 12;

/** Lets the rows of a list, which are its children, be dragged by their handles. Esc gives up. */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  move: (from: number, to: number) => void,
): {
  readonly drag: RowDrag | null;
  readonly handle: (index: number) => DragHandle;
  readonly giveUp: () => void;
} {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const giveUp = (): void => {
    setDrag(null);
  };
  const handle = (index: number): DragHandle => ({
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, to: index });
    },
    onPointerMove(event) {
      if (drag === null || list.current === null) return;
      scrollNearEdge(list.current, event.clientY);
      const to = dropIndex(middlesOf(list.current), drag.from, event.clientY);
      if (to !== drag.to) setDrag({ ...drag, to });
    },
    onPointerUp() {
      giveUp();
      if (drag !== null && drag.to !== drag.from) move(drag.from, drag.to);
    },
    onPointerCancel: giveUp,
  });
  return { drag, handle, giveUp };
}

function middlesOf(list: HTMLElement): readonly CssPixels[] {
  return [...list.children].map((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  });
}

function scrollNearEdge(list: HTMLElement, y: CssPixels): void {
  let scroller: HTMLElement | null = list;
  while (scroller !== null && !scrolls(scroller)) scroller = scroller.parentElement;
  if (scroller === null) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE) scroller.scrollTop -= SCROLL_STEP;
  else if (y > bottom - EDGE) scroller.scrollTop += SCROLL_STEP;
}

function scrolls(element: HTMLElement): boolean {
  const { overflowY } = getComputedStyle(element);
  const mayScroll = overflowY === 'auto' || overflowY === 'scroll';
  return mayScroll && element.scrollHeight > element.clientHeight;
}

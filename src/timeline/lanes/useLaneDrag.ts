import { useRef, useState, type PointerEvent, type RefObject } from 'react';

import type { CssPixels } from '#base/units.ts';
import type { LaneGeometry } from '#timeline/layout/laneGeometry.ts';
import { localPoint } from '#ui/localPoint.ts';

import type { LaneEntry } from './arrangeLanes.ts';
import { heightAt } from './heightAt.ts';
import { dropAt, type LaneMove } from './laneMoves.ts';
import type { LaneEdits } from './useLaneEdits.ts';

/** What is dragged: a name to another place, or its lower edge to another height. */
type Grip = 'name' | 'edge';

/** A drag that has begun. */
interface Drag {
  readonly grip: Grip;
  readonly entry: LaneEntry;
  readonly from: CssPixels;
  readonly isMoved: boolean;
}

/** Where the line is that shows what letting go would do. */
export interface DropLine {
  readonly lane: number;
  readonly top: CssPixels;
  readonly depth: number;
}

/** A press that moves less is a press. */
const SLACK: CssPixels = 4;

/** So near to the edge of what is seen a drag scrolls, by so much. */
const EDGE: CssPixels = 20;
const SCROLL: CssPixels = 10;

type Handlers = Readonly<
  Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
    (event: PointerEvent<HTMLElement>) => void
  >
>;

/** The drags on the names of lanes; nothing is changed before one is let go. */
export function useLaneDrag(
  list: RefObject<HTMLElement | null>,
  entries: readonly LaneEntry[],
  geometry: LaneGeometry,
  edits: LaneEdits,
): {
  readonly line: DropLine | null;
  /** Whether the press that has just ended was a drag, told once: it selects nothing then. */
  readonly wasDrag: () => boolean;
  readonly cancel: () => void;
  readonly handlers: (entry: LaneEntry, grip: Grip) => Handlers;
} {
  const drag = useRef<Drag | null>(null);
  const justDragged = useRef(false);
  const [line, setLine] = useState<DropLine | null>(null);
  const { tops } = geometry;

  const heightOf = (event: PointerEvent): CssPixels =>
    list.current === null ? event.clientY : localPoint(list.current, event).y;
  const targetOf = (at: Drag, y: CssPixels): LaneMove | ReturnType<typeof heightAt> | null => {
    // Events may have made lanes higher since: what counts is where the lane is now.
    const position = entries.findIndex(({ lane }) => lane === at.entry.lane);
    if (position < 0) return null;
    if (at.grip === 'name') return dropAt(entries, tops, position, y);
    const top = tops[position] ?? 0;
    const { row, padding } = at.entry.size;
    const rows = Math.round(((tops[position + 1] ?? top) - top - 2 * padding) / row);
    return heightAt(y - top, rows);
  };
  const end = (): void => {
    drag.current = null;
    setLine(null);
  };

  return {
    line,
    wasDrag() {
      const was = justDragged.current;
      justDragged.current = false;
      return was;
    },
    cancel: end,
    handlers: (entry, grip) => ({
      onPointerDown(event) {
        justDragged.current = false;
        // A finger scrolls the names; it moves lanes by the menu.
        if (event.button !== 0 || event.pointerType === 'touch') return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { grip, entry, from: event.clientY, isMoved: false };
      },
      onPointerMove(event) {
        const at = drag.current;
        if (at === null) return;
        if (!at.isMoved && Math.abs(event.clientY - at.from) < SLACK) return;
        drag.current = { ...at, isMoved: true };
        scrollAtEdge(list.current, event.clientY);
        const target = targetOf(at, heightOf(event));
        if (target === null) setLine(null);
        else if ('pixels' in target) {
          const top = (tops[geometry.positions.get(entry.lane) ?? 0] ?? 0) + target.pixels;
          setLine({ lane: entry.lane, top, depth: 0 });
        } else setLine({ lane: entry.lane, top: target.top, depth: entry.depth });
      },
      onPointerUp(event) {
        const at = drag.current;
        end();
        if (at === null || !at.isMoved) return;
        justDragged.current = true;
        const target = targetOf(at, heightOf(event));
        if (target !== null && 'pixels' in target) edits.setHeight(entry, target.height);
        else edits.move(entry, target);
      },
      onPointerCancel: end,
    }),
  };
}

/** Scrolls what scrolls round the list where a pointer is near to the edge of what is seen. */
function scrollAtEdge(list: HTMLElement | null, y: CssPixels): void {
  const scroller = list?.closest<HTMLElement>('[data-scroller]');
  if (scroller === null || scroller === undefined) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE) scroller.scrollBy({ top: -SCROLL });
  else if (y > bottom - EDGE) scroller.scrollBy({ top: SCROLL });
}

import type { CssPixels } from '#base/units.ts';
import { middleOf, type LaneGeometry } from '#timeline/layout/laneGeometry.ts';
import { placeOf } from '#timeline/layout/placeOf.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import { xOf, type TimeScale } from '#timeline/time/timeScale.ts';

import { clippedLine, type Point } from './clippedLine.ts';
import { relationsOf } from './relationsOf.ts';

/** What is seen of the lanes. */
export interface ArrowView {
  readonly layout: TimelineLayout;
  readonly geometry: LaneGeometry;
  readonly scale: TimeScale;
  /** The height that has been scrolled past, and that of what is seen. */
  readonly scrollTop: CssPixels;
  readonly height: CssPixels;
}

/** An arrow from a cause to its effect, bent so that it leaves the row that both may stand in. */
export interface Arrow {
  /** What the selected event is to the other one. */
  readonly leads: 'fromCause' | 'toEffect';
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

/** The arrows of an event. */
export interface CauseArrows {
  readonly arrows: readonly Arrow[];
  /** How many more effects there are than have arrows. */
  readonly more: number;
}

/** So much room is left around the selected event, which has a ring, and at the other end. */
const AWAY = { selected: 11, other: 5 } as const satisfies Record<string, CssPixels>;

/** How far an arrow is bent: a part of its length, within limits. */
const BEND = { part: 0.18, least: 10, most: 36 } as const;

/** Shorter arrows say nothing. */
const SHORTEST: CssPixels = 4;

/** Where an event is in what is seen, or outside it; null where its lane is not shown. */
export function pointOf(
  { layout, geometry, scale, scrollTop }: ArrowView,
  event: number,
): Point | null {
  const { lane, row, time } = placeOf(layout, event);
  const middle = middleOf(geometry, lane, row);
  return middle === null ? null : { x: xOf(scale, time), y: middle - scrollTop };
}

/** The arrows from the cause of an event and to its effects: those that leave what is seen run to its border. */
export function causeArrows(view: ArrowView, event: number): CauseArrows {
  const { cause, effects, more } = relationsOf(view.layout, event);
  const selected = pointOf(view, event);
  if (selected === null) return { arrows: [], more };
  const box = { width: view.scale.width, height: view.height };
  const arrow = (leads: Arrow['leads'], other: number): Arrow[] => {
    const at = pointOf(view, other);
    if (at === null) return [];
    const [from, to] = leads === 'fromCause' ? [at, selected] : [selected, at];
    const away =
      leads === 'fromCause'
        ? { from: AWAY.other, to: AWAY.selected }
        : { from: AWAY.selected, to: AWAY.other };
    const line = clippedLine(shortened(from, to, away), box);
    return line === null || distance(line.from, line.to) < SHORTEST
      ? []
      : [{ leads, ...line, bend: bendOf(line.from, line.to) }];
  };
  return {
    arrows: [
      ...effects.flatMap((effect) => arrow('toEffect', effect)),
      ...(cause === null ? [] : arrow('fromCause', cause)),
    ],
    more,
  };
}

function shortened(
  from: Point,
  to: Point,
  away: { readonly from: CssPixels; readonly to: CssPixels },
): { readonly from: Point; readonly to: Point } {
  const length = distance(from, to);
  if (length <= away.from + away.to) return { from, to: from };
  const along = (part: number): Point => ({
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
  });
  return { from: along(away.from / length), to: along(1 - away.to / length) };
}

/** To the left of the way: above what goes to the right. */
function bendOf(from: Point, to: Point): Point {
  const length = distance(from, to);
  const bend = Math.min(Math.max(BEND.least, length * BEND.part), BEND.most);
  return {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / length) * bend,
  };
}

function distance(one: Point, other: Point): CssPixels {
  return Math.hypot(other.x - one.x, other.y - one.y);
}

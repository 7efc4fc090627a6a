import type { CssPixels } from '#base/units.ts';
import { areasOf } from '#graph/layout/areasOf.ts';
import { bounds } from '#graph/layout/bounds.ts';
import type { Area, Point } from '#graph/layout/freePlace.ts';
import type { Frames } from '#graph/layout/frames.ts';
import { moveNodes } from '#schedule/nodeEdits.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';
import { msg, t, type Text } from '#words/words.ts';

import { moveEdit, scheduleFrames } from './moveEdit.ts';

/** The line that cards are put on. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** The direction in which gaps become equal. */
export type Direction = 'horizontally' | 'vertically';

/**
 * Puts cards and frames on one line, frames with all that lies in them; null where they stand so.
 * Places are whole pixels, and not always on the grid: edges and middles meet exactly.
 */
export function alignEdit(
  schedule: Schedule,
  ids: readonly string[],
  alignment: Alignment,
): ScheduleEdit | null {
  const areas = heldAreas(schedule, ids);
  if (areas.size < 2) return null;
  const all = bounds([...areas.values()]);
  const moved = new Map(
    Array.from(areas, ([id, area]) => [id, onLine(area, all, alignment)] as const),
  );
  return named(schedule, moved, t(ALIGN_LABELS[alignment], { count: moved.size }));
}

function onLine({ x, y, width, height }: Area, all: Area, alignment: Alignment): Point {
  switch (alignment) {
    case 'left':
      return { x: all.x, y };
    case 'centre':
      return { x: Math.round(all.x + (all.width - width) / 2), y };
    case 'right':
      return { x: all.x + all.width - width, y };
    case 'top':
      return { x, y: all.y };
    case 'middle':
      return { x, y: Math.round(all.y + (all.height - height) / 2) };
    case 'bottom':
      return { x, y: all.y + all.height - height };
  }
}

/**
 * Makes the gaps between cards and frames equal, in the order in which they stand; the first and
 * the last one stay. Null where they are equal, or where there are fewer than three.
 */
export function distributeEdit(
  schedule: Schedule,
  ids: readonly string[],
  direction: Direction,
): ScheduleEdit | null {
  const areas = heldAreas(schedule, ids);
  if (areas.size < 3) return null;
  const across = direction === 'horizontally';
  const start = ({ x, y }: Area): CssPixels => (across ? x : y);
  const length = ({ width, height }: Area): CssPixels => (across ? width : height);
  const middle = (area: Area): CssPixels => start(area) + length(area) / 2;
  const inOrder = [...areas].sort(([, a], [, b]) => middle(a) - middle(b));
  const all = bounds([...areas.values()]);
  const taken = inOrder.reduce((sum, [, area]) => sum + length(area), 0);
  const gap = (length(all) - taken) / (inOrder.length - 1);
  let at = start(all);
  const moved = new Map<string, Point>();
  for (const [id, area] of inOrder) {
    const place = Math.round(at);
    moved.set(id, across ? { x: place, y: area.y } : { x: area.x, y: place });
    at += length(area) + gap;
  }
  return named(
    schedule,
    moved,
    direction === 'horizontally'
      ? t('distribute {{count}} nodes horizontally', { count: moved.size })
      : t('distribute {{count}} nodes vertically', { count: moved.size }),
  );
}

/** Moves nodes to the places where they were arranged, as one step of the history. */
export function arrangeEdit(places: ReadonlyMap<string, Point>, label: string): ScheduleEdit {
  const edit = moveNodes(places);
  return { label, apply: (draft) => edit.apply(draft) };
}

/** The areas of these nodes, without those that a frame among them carries. */
export function heldAreas(schedule: Schedule, ids: readonly string[]): ReadonlyMap<string, Area> {
  const chosen = new Set(ids);
  const frames = scheduleFrames(schedule);
  const carried = new Set<string>();
  for (const id of chosen) carry(frames, id, carried);
  const areas = areasOf(schedule, frames);
  return new Map([...areas].filter(([id]) => chosen.has(id) && !carried.has(id)));
}

function carry(frames: Frames, id: string, carried: Set<string>): void {
  for (const member of frames.get(id)?.members ?? []) {
    carried.add(member.id);
    carry(frames, member.id, carried);
  }
}

/** A move of its own in the history: it never merges with one before. */
function named(
  schedule: Schedule,
  moved: ReadonlyMap<string, Point>,
  label: string,
): ScheduleEdit | null {
  const edit = moveEdit(schedule, moved, false);
  if (edit === null) return null;
  return { label, apply: (draft) => edit.apply(draft) };
}

const ALIGN_LABELS: Readonly<Record<Alignment, Text>> = {
  left: msg('align {{count}} nodes left'),
  centre: msg('align {{count}} nodes centre'),
  right: msg('align {{count}} nodes right'),
  top: msg('align {{count}} nodes top'),
  middle: msg('align {{count}} nodes middle'),
  bottom: msg('align {{count}} nodes bottom'),
};

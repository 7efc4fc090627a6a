import { cardLayout } from '#graph/layout/cardLayout.ts';
import { changesOfFrame, framesOf, withMembers, type Frames } from '#graph/layout/frames.ts';
import type { Point } from '#graph/layout/freePlace.ts';
import { moveNodes, setService } from '#schedule/nodeEdits.ts';
import { functionNamed } from '#schedule/places.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { composeEdits } from './composeEdits.ts';

/** The frames of a schedule's services. */
export function scheduleFrames(schedule: Schedule): Frames {
  return framesOf(schedule.nodes, (node) =>
    cardLayout(node, (name) => functionNamed(schedule, name)),
  );
}

/**
 * Moves cards and frames to these places, with all that lies in the frames; null where that changes
 * nothing. What is dropped in another frame goes into its service: `drops` says whether it was
 * dropped by hand, and not moved by keys.
 */
export function moveEdit(
  schedule: Schedule,
  moved: ReadonlyMap<string, Point>,
  drops: boolean,
): ScheduleEdit | null {
  const frames = scheduleFrames(schedule);
  const places = withMembers(frames, moved);
  const other = new Map<string, Point>();
  for (const { id, position } of schedule.nodes) {
    const place = places.get(id);
    if (place === undefined) continue;
    if (place.x !== position.x || place.y !== position.y) other.set(id, place);
  }
  const changes = drops ? changesOfFrame(schedule.nodes, frames, moved) : NO_CHANGES;
  const edits = [
    ...(other.size === 0 ? [] : [{ ...moveNodes(other), label: moveLabel(moved) }]),
    ...Array.from(changes, ([id, service]) => setService(id, service)),
  ];
  if (changes.size === 0) return edits[0] ?? null;
  return composeEdits(changesLabel(changes), edits);
}

/** Called by what was moved, not by what it carried along. */
function moveLabel(moved: ReadonlyMap<string, Point>): string {
  const [first] = moved.keys();
  return moved.size === 1
    ? t('move {{name}}', { name: first ?? '' })
    : t('move {{number}} nodes', { number: moved.size });
}

const NO_CHANGES: ReadonlyMap<string, string | null> = new Map();

function changesLabel(changes: ReadonlyMap<string, string | null>): string {
  const [first, ...others] = changes;
  if (first === undefined) return '';
  if (others.length === 0) return setService(...first).label;
  return t('change the service of {{number}} nodes', { number: changes.size });
}

import { canRemoveArrow, removeArrows } from '#schedule/arrowEdits.ts';
import type { FieldEdge, ScheduleEdge } from '#schedule/edges.ts';
import { deleteNodes } from '#schedule/removal/deleteNodes.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { composeEdits } from './composeEdits.ts';

/** What deleting a selection does, and what of it cannot be deleted. */
export interface Removal {
  /** Null where there is nothing to delete. */
  readonly edit: ScheduleEdit | null;
  /** Why a selected arrow stays; null where none does. */
  readonly refusal: string | null;
}

/**
 * Removes selected nodes, the steps of selected arrows, and the members that they lead to. An arrow
 * at a node that goes is gone with it: its step is not removed by itself, for another node may call
 * the same function.
 */
export function removeSelection(
  schedule: Schedule,
  nodes: readonly string[],
  edges: readonly ScheduleEdge[],
): Removal {
  const gone = new Set(nodes);
  const left = edges.filter(({ source, target }) => !gone.has(source) && !gone.has(target));
  // A step of a shared function is drawn at each place that calls it, and is one all the same.
  const drawn = new Map(
    left
      .filter(canRemoveArrow)
      .map((edge) => [edge.by === 'step' ? `${edge.function}/${edge.step}` : edge.id, edge]),
  );
  const fixed = left.filter((edge) => edge.by === 'field').find((edge) => !canRemoveArrow(edge));

  // Arrows first: removing nodes removes steps and members too, and moves the ones behind them.
  const edits = [
    ...(drawn.size === 0 ? [] : [removeArrows([...drawn.values()])]),
    ...(nodes.length === 0 ? [] : [deleteNodes(schedule, nodes)]),
  ];
  return {
    edit: edits.length < 2 ? (edits[0] ?? null) : composeEdits(edits.at(-1)?.label ?? '', edits),
    refusal: fixed === undefined ? null : refusalOf(fixed),
  };
}

function refusalOf({ source, field }: FieldEdge): string {
  const needs = field === 'semaphore' ? 'a semaphore' : 'a queue';
  return t(
    '{{source}} cannot be without {{needs}}: drag its handle to another one, or delete {{source}}.',
    { source, needs },
  );
}

import type { FieldEdge, ScheduleEdge, StepEdge } from '#schedule/edges.ts';
import { removeSteps } from '#schedule/functionEdits.ts';
import { removeNodes } from '#schedule/nodeEdits.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';

import { composeEdits } from './composeEdits.ts';
import { removeMembers } from './memberEdits.ts';

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
export function removeSelection(nodes: readonly string[], edges: readonly ScheduleEdge[]): Removal {
  const gone = new Set(nodes);
  const left = edges.filter(({ source, target }) => !gone.has(source) && !gone.has(target));
  const steps = new Map<string, StepEdge>();
  for (const edge of left) if (edge.by === 'step') steps.set(`${edge.function}/${edge.step}`, edge);
  const fields = left.filter((edge) => edge.by === 'field');
  const members = fields.filter(({ field }) => field === 'member');
  const fixed = fields.find(({ field }) => field !== 'member');

  const arrows = [
    ...(steps.size === 0 ? [] : [removeSteps([...steps.values()])]),
    ...(members.length === 0 ? [] : [removeMembers(members)]),
  ];
  // Arrows first: removing nodes removes steps and members too, and moves the ones behind them.
  const edits = [...arrows, ...(nodes.length === 0 ? [] : [removeNodes(nodes)])];
  return {
    edit:
      edits.length < 2
        ? (edits[0] ?? null)
        : composeEdits(labelOf(edits, steps.size + members.length), edits),
    refusal: fixed === undefined ? null : refusalOf(fixed),
  };
}

function labelOf(edits: readonly ScheduleEdit[], arrows: number): string {
  const last = edits.at(-1)?.label ?? '';
  return last.includes('arrow') ? `delete ${arrows} arrows` : last;
}

function refusalOf({ source, field }: FieldEdge): string {
  const needs = field === 'semaphore' ? 'a semaphore' : 'a queue';
  return `${source} cannot be without ${needs}: drag its handle to another one, or delete ${source}.`;
}

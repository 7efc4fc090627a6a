import { newNodeStep } from '#schedule/functionEdits.ts';
import { endsFunction, mayName, namesNode } from '#schedule/language.ts';
import { nodeWithId } from '#schedule/places.ts';
import type { Schedule, Step, StepKind, When } from '#schedule/schema.ts';

import { isNodeStepKind } from './stepKinds.ts';
import { likelyTarget } from './stepTargets.ts';

/** A new step for a function that the node `owner` calls; null where it could name no node. */
export function newStep(schedule: Schedule, kind: StepKind, owner: string): Step | null {
  if (isNodeStepKind(kind)) {
    const target = likelyTarget(schedule, kind, owner);
    return target === null ? null : newNodeStep(kind, target);
  }
  switch (kind) {
    case 'block':
      return { do: kind, for: 0.5 };
    case 'log':
      return { do: kind, text: 'call {call} at {now} s' };
    case 'return':
      return { do: kind, value: null };
    case 'raise':
      return { do: kind, error: { type: 'ValueError', message: 'failed' } };
    default:
      return { do: 'stopReactor' };
  }
}

/**
 * A step that does something else, with what fits of the old one: its condition, the node that it
 * names, its error, its value. Null where it could name no node.
 */
export function changeStep(
  schedule: Schedule,
  step: Step,
  kind: StepKind,
  owner: string,
): Step | null {
  if (kind === step.do) return step;
  const made = newStep(schedule, kind, owner);
  if (made === null) return null;
  const changed = { ...made };
  if (namesNode(step) && namesNode(changed)) {
    const target = nodeWithId(schedule, step.node);
    if (target !== null && mayName(changed.do, target.kind)) changed.node = step.node;
  }
  if ('error' in step && 'error' in changed) changed.error = step.error;
  if ('value' in step && 'value' in changed && step.value !== undefined) changed.value = step.value;
  return withWhen(changed, step.when);
}

/** The step with another condition; one without any part is none. */
export function withWhen(step: Step, when: When | undefined): Step {
  const { when: _before, ...bare } = step;
  return when === undefined || Object.keys(when).length === 0 ? bare : { ...bare, when };
}

/** Where a new step of this kind goes: to the end, but before a step that always ends the function. */
export function newStepIndex(steps: readonly Step[], kind: StepKind): number {
  if (endsFunction(kind)) return steps.length;
  const end = steps.findIndex((step) => endsFunction(step.do) && step.when === undefined);
  return end === -1 ? steps.length : end;
}

import { newNodeStep } from '#schedule/functionEdits.ts';
import { endingStep, endsFunction, mayName, namesNode, type NodeStep } from '#schedule/language.ts';
import { nodeWithId } from '#schedule/places.ts';
import type { Schedule, ScheduleNode, Step, StepKind, When } from '#schedule/schema.ts';

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
      // not shown: it becomes a part of the program
      return { do: kind, text: 'call {call} at {now} s' };
    case 'return':
      return { do: kind, value: null };
    case 'raise':
      // not shown: it becomes a part of the program
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
  const made = keepNode(schedule, step, kind) ?? newStep(schedule, kind, owner);
  if (made === null) return null;
  const changed = { ...made };
  if ('error' in step && 'error' in changed) changed.error = step.error;
  if ('value' in step && 'value' in changed && step.value !== undefined) changed.value = step.value;
  if ('seconds' in changed && 'seconds' in step) changed.seconds = step.seconds ?? 1;
  // A step that waits without starting does so after the change too.
  const waitsOnly = (step.do === 'await' || step.do === 'returnDeferred') && step.start !== true;
  if (waitsOnly && 'start' in changed) delete changed.start;
  return withWhen(changed, step.when);
}

/** A new step of this kind for the node that the old one names; null where it cannot name that. */
function keepNode(schedule: Schedule, step: Step, kind: StepKind): Step | null {
  if (!namesNode(step) || !isNodeStepKind(kind)) return null;
  const target = nodeWithId(schedule, step.node);
  return target !== null && mayName(kind, target.kind) ? newNodeStep(kind, target) : null;
}

/** The step with another node, and what follows from that: only a delayed call is reset to a time. */
export function retargetStep(step: NodeStep, target: ScheduleNode): Step {
  if (step.do !== 'reset') return { ...step, node: target.id };
  const { seconds = 1, ...rest } = step;
  const moved = { ...rest, node: target.id };
  return target.kind === 'loopingCall' ? moved : { ...moved, seconds };
}

/** The step with another condition; one without any part is none. */
export function withWhen(step: Step, when: When | undefined): Step {
  const { when: _before, ...bare } = step;
  return when === undefined || Object.keys(when).length === 0 ? bare : { ...bare, when };
}

/** Where a new step of this kind goes: to the end, but before a step that always ends the function. */
export function newStepIndex(steps: readonly Step[], kind: StepKind): number {
  if (endsFunction(kind)) return steps.length;
  const end = endingStep(steps);
  return end === -1 ? steps.length : end;
}

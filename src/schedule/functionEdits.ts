import { msg, t, type Text } from '#words/words.ts';

import { endingStep, givesDeferred, type NodeStepKind } from './language.ts';
import { requireOwnField } from './nodeEdits.ts';
import { placesOf, type Place } from './places.ts';
import {
  moveItem,
  newFunction,
  requireChain,
  requireFunction,
  requireNode,
  type ScheduleEdit,
} from './scheduleEdit.ts';
import type { ScheduleNode, Step } from './schema.ts';

/**
 * Adds a step to a function: before the step at `index`, or at the end, which is before the step
 * that always ends the function, where there is one.
 */
export function addStep(name: string, step: Step, index?: number): ScheduleEdit {
  return {
    label: t('add {{do}} to {{name}}', { do: step.do, name }),
    apply(draft) {
      const { steps } = requireFunction(draft, name);
      steps.splice(index ?? endOf(steps), 0, step);
    },
  };
}

/** Where a new step still runs: behind one that always ends the function it would not. */
function endOf(steps: readonly Step[]): number {
  const end = endingStep(steps);
  return end === -1 ? steps.length : end;
}

/** Puts another step in the place of one. Keystrokes in the same field merge into one undo. */
export function setStep(name: string, index: number, step: Step, field = 'step'): ScheduleEdit {
  return {
    label:
      field === 'step'
        ? t('change a step of {{name}}', { name })
        : t('set {{field}} of {{do}} in {{name}}', { field, do: step.do, name }),
    ...(field === 'step' ? {} : { mergeKey: `step/${name}/${index}/${field}` }),
    apply(draft) {
      requireFunction(draft, name).steps[index] = step;
    },
  };
}

/** Moves a step to another index of its function. */
export function moveStep(name: string, from: number, to: number): ScheduleEdit {
  return {
    label: t('move a step of {{name}}', { name }),
    apply(draft) {
      moveItem(requireFunction(draft, name).steps, from, to);
    },
  };
}

/** Removes a step: an arrow that it drew goes with it. */
export function removeStep(name: string, index: number): ScheduleEdit {
  return {
    label: t('delete a step of {{name}}', { name }),
    apply(draft) {
      requireFunction(draft, name).steps.splice(index, 1);
    },
  };
}

/** Removes steps of any functions at once. */
export function removeSteps(
  steps: readonly { readonly function: string; readonly step: number }[],
): ScheduleEdit {
  return {
    label: t('delete {{count}} arrows', { count: steps.length }),
    apply(draft) {
      const gone = new Set(steps.map((entry) => `${entry.function}/${entry.step}`));
      for (const [name, definition] of Object.entries(draft.functions)) {
        definition.steps = definition.steps.filter((_, index) => !gone.has(`${name}/${index}`));
      }
    },
  };
}

/**
 * Lets the function at a place of a node do something to another node: what drawing an arrow means.
 * A place without a function gets one.
 */
export function connect(
  source: string,
  place: Place,
  does: NodeStepKind,
  target: string,
): ScheduleEdit {
  return {
    label: t(LABELS[does], { source, target }),
    apply(draft) {
      const node = requireNode(draft, source);
      const key = JSON.stringify(place);
      const found = placesOf(node).find((entry) => JSON.stringify(entry.place) === key);
      const name = found?.function ?? newFunction(draft, `do_${source}`);
      if (found === undefined && place.at === 'own') {
        Reflect.set(node, requireOwnField(node), name);
      }
      const { steps } = requireFunction(draft, name);
      const step = newNodeStep(does, requireNode(draft, target));
      steps.splice(endOf(steps), 0, step);
    },
  };
}

const LABELS: Readonly<Record<NodeStepKind, Text>> = {
  start: msg('let {{source}} start {{target}}'),
  returnDeferred: msg('let {{source}} start and wait for {{target}}'),
  stop: msg('let {{source}} stop {{target}}'),
  cancel: msg('let {{source}} cancel {{target}}'),
  reset: msg('let {{source}} reset {{target}}'),
  delay: msg('let {{source}} delay {{target}}'),
  fire: msg('let {{source}} fire {{target}}'),
  fail: msg('let {{source}} fail {{target}}'),
  pause: msg('let {{source}} pause {{target}}'),
  resume: msg('let {{source}} resume {{target}}'),
  put: msg('let {{source}} put into {{target}}'),
  await: msg('let {{source}} await {{target}}'),
};

/** A step that names a node, with the values that a new one has. */
export function newNodeStep(does: NodeStepKind, { id: node, kind }: ScheduleNode): Step {
  switch (does) {
    case 'fire':
    case 'put':
      return { do: does, node, value: null };
    case 'fail':
      // not shown: it becomes a part of the program
      return { do: does, node, error: { type: 'RuntimeError', message: 'failed' } };
    case 'returnDeferred':
    case 'await':
      return { do: does, node, start: true };
    case 'reset':
      return kind === 'loopingCall' ? { do: does, node } : { do: does, node, seconds: 1 };
    case 'delay':
      return { do: does, node, seconds: 1 };
    case 'start':
    case 'stop':
    case 'cancel':
    case 'pause':
    case 'resume':
      return { do: does, node };
  }
}

/**
 * What dragging the end of a rail to a card means: a link at the end of the chain whose function
 * starts the other node and, where that gives a Deferred, waits for it.
 */
export function addLinkThatStarts(
  source: string,
  side: 'callback' | 'errback',
  target: string,
): ScheduleEdit {
  return {
    label: t('continue {{source}} with {{target}}', { source, target }),
    apply(draft) {
      const other = requireNode(draft, target);
      const stem = side === 'callback' ? 'then' : 'or';
      const name = newFunction(draft, `${stem}_${target}`);
      const does = givesDeferred(other.kind) ? 'returnDeferred' : 'start';
      requireFunction(draft, name).steps.push(newNodeStep(does, other));
      requireChain(draft, source).push({ [side]: name });
    },
  };
}

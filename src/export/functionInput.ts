import { placesOf } from '#schedule/places.ts';
import type { Schedule, ScheduleFunction, ScheduleNode, Step } from '#schedule/schema.ts';

import { placeholdersOf } from './textTemplate.ts';

/** The parameter of a function that takes what it is called with. */
export interface FunctionInput {
  readonly name: string;
  readonly type: 'Any' | 'int' | 'Failure' | 'defer.Deferred[Any]';
  /** Whether some calls come without it: then it is None. */
  readonly optional: boolean;
  /** Whether it is a failure, is none, or may be either. */
  readonly failure: 'always' | 'never' | 'maybe';
}

/** What calls a function gives it. */
type Given = 'nothing' | 'count' | 'deferred' | 'result' | 'failure' | 'either';

/** The parameter of each function that has one. */
export function functionInputs(schedule: Schedule): ReadonlyMap<string, FunctionInput> {
  const given = new Map<string, Set<Given>>();
  for (const node of schedule.nodes) {
    for (const { place, function: name } of placesOf(node)) {
      const found = given.get(name) ?? new Set();
      given.set(name, found.add(place.at === 'own' ? ownInput(node) : LINK_INPUT[place.side]));
    }
  }
  const inputs = new Map<string, FunctionInput>();
  for (const [name, body] of Object.entries(schedule.functions)) {
    const input = inputOf(given.get(name) ?? new Set(), body);
    if (input !== null) inputs.set(name, input);
  }
  return inputs;
}

const LINK_INPUT = { callback: 'result', errback: 'failure', both: 'either' } as const;

function ownInput(node: ScheduleNode): Given {
  if (node.kind === 'deferred') return 'deferred';
  return node.kind === 'loopingCall' && node.withCount ? 'count' : 'nothing';
}

function inputOf(given: ReadonlySet<Given>, body: ScheduleFunction): FunctionInput | null {
  const kinds = [...given].filter((kind) => kind !== 'nothing');
  if (kinds.length === 0 && !body.steps.some(readsInput)) return null;
  const optional = given.has('nothing') || kinds.length === 0;
  const [only] = kinds;
  if (kinds.length === 1 && !optional) {
    if (only === 'result') return { name: 'result', type: 'Any', optional, failure: 'never' };
    if (only === 'failure')
      return { name: 'failure', type: 'Failure', optional, failure: 'always' };
    if (only === 'count') return { name: 'count', type: 'int', optional, failure: 'never' };
    if (only === 'deferred') {
      return { name: 'deferred', type: 'defer.Deferred[Any]', optional, failure: 'never' };
    }
  }
  const mayFail = given.has('failure') || given.has('either');
  return { name: 'value', type: 'Any', optional, failure: mayFail ? 'maybe' : 'never' };
}

/** Whether a step looks at the input of its function. */
function readsInput(step: Step): boolean {
  return (
    step.when?.error !== undefined ||
    step.when?.input !== undefined ||
    (step.do === 'return' && step.input === true) ||
    (step.do === 'log' && placeholdersOf(step.text).has('input'))
  );
}

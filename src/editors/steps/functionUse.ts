import { callersOf, type Callers } from '#schedule/checkFunctions.ts';
import { usersOf } from '#schedule/places.ts';
import type { Schedule } from '#schedule/schema.ts';

/** How a function is used, as far as it says which steps and conditions have a meaning in it. */
export interface FunctionUse extends Callers {
  /** Whether it may be given a failure: it stands on an errback, on both rails, or nowhere yet. */
  readonly mayGetFailure: boolean;
}

/** How the function of this name is used. */
export function functionUse(schedule: Schedule, name: string): FunctionUse {
  const callers = callersOf(schedule).get(name) ?? { coroutine: null, thread: null, other: null };
  const places = usersOf(schedule, name).map(({ place }) => place);
  const mayGetFailure =
    places.length === 0 || places.some((place) => place.at === 'link' && place.side !== 'callback');
  return { ...callers, mayGetFailure };
}

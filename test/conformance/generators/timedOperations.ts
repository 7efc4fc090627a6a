import fc, { type Arbitrary } from 'fast-check';

import type { Seconds } from '#base/units.ts';

import type { TimedOperation } from '../programs/timedOperation.ts';

type Operations = readonly TimedOperation[];

export interface Weighted {
  readonly weight: number;
  readonly arbitrary: Arbitrary<TimedOperation>;
}

/** What the random programs of a kind are made of, besides calls and their changes. */
export interface Ingredients {
  /** Delays of calls, and by how much they are moved. */
  readonly times: Arbitrary<Seconds>;
  /** `does` is for operations that hold others. Calls are made at most `TOP` deep; 0 is deepest. */
  more(depth: number, does: Arbitrary<Operations>): readonly Weighted[];
}

/** The depth of operations that stand in no other. */
export const TOP = 3;

/** Lists of operations; calls have no names yet (see `nameCalls`). */
export function timedOperations(
  ingredients: Ingredients,
  length: { readonly minLength: number; readonly maxLength: number },
  depth = TOP,
): Arbitrary<Operations> {
  const { times } = ingredients;
  const does =
    depth === 0
      ? fc.constant([])
      : timedOperations(ingredients, { minLength: 0, maxLength: 3 }, depth - 1);
  const anyCall = fc.nat({ max: 30 }).map(String);
  const bothWays = fc.oneof(
    { weight: 65, arbitrary: times },
    { weight: 35, arbitrary: times.map((time) => -time) },
  );
  const change: readonly Weighted[] = [
    { weight: 42, arbitrary: fc.tuple(fc.constant('later'), fc.constant(''), times, does) },
    { weight: 12, arbitrary: fc.tuple(fc.constant('cancel'), anyCall) },
    { weight: 14, arbitrary: fc.tuple(fc.constant('reset'), anyCall, times) },
    { weight: 12, arbitrary: fc.tuple(fc.constant('delay'), anyCall, bothWays) },
  ];
  const operation = fc.oneof(...change, ...ingredients.more(depth, does));
  return fc.array(operation, { ...length, size: 'max' });
}

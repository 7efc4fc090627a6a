import fc, { type Arbitrary } from 'fast-check';

import type { Seconds } from '#base/units.ts';

import type {
  CancellerOf,
  DeferredOperation,
  LinkAction,
  ListFlag,
} from '../programs/deferredOperation.ts';

type Operations = readonly DeferredOperation[];

/** An operation, and how often it is chosen. */
export interface WeightedOperation {
  readonly weight: number;
  readonly arbitrary: Arbitrary<DeferredOperation>;
}

/** What the random programs of a kind are made of. */
export interface DeferredIngredients {
  /** Names of Deferreds; one that is not made yet is passed over. */
  readonly ids: Arbitrary<string>;
  /** The operations, for links that can do `does`. Links do operations at most `TOP_DEPTH` deep. */
  readonly operations: (does: Arbitrary<LinkAction>) => readonly WeightedOperation[];
}

/** How deeply links can do operations that add links. */
const TOP_DEPTH = 2;

const VALUE = fc.nat({ max: 99 });

const text = (prefix: string): Arbitrary<string> => fc.nat({ max: 8 }).map((n) => `${prefix}${n}`);

/**
 * Limits and steps of time, which meet often. No 1.0: what is a float in Python is not one in
 * JavaScript, and the text of a TimeoutError would tell (D-32).
 */
export const TIMES: Arbitrary<Seconds> = fc.constantFrom(0, 0.1, 0.2, 0.3, 0.5, 1, 1, 1.5, 2);

const CANCELLER: Arbitrary<CancellerOf | null> = fc.constantFrom<(CancellerOf | null)[]>(
  null,
  null,
  ['nothing'],
  ['callback', 7],
  ['errback', 'c'],
  ['raise', 'c'],
);

const FLAGS: Arbitrary<readonly ListFlag[]> = fc.subarray<ListFlag>([
  'fireOnOneCallback',
  'fireOnOneErrback',
  'consumeErrors',
]);

/** The operations that make d0, d1 and so on, which all can name. */
export function newDeferreds(minLength: number, maxLength: number): Arbitrary<Operations> {
  return fc
    .array(CANCELLER, { minLength, maxLength, size: 'max' })
    .map((cancellers) => cancellers.map((does, index) => ['new', `d${index}`, does]));
}

/** Lists of operations; what they make has no names yet (see `deferredProgram`). */
export function deferredOperations(
  ingredients: DeferredIngredients,
  length: { readonly minLength: number; readonly maxLength: number },
  depth = TOP_DEPTH,
): Arbitrary<Operations> {
  const does = linkAction(ingredients, depth);
  return fc.array(fc.oneof(...ingredients.operations(does)), { ...length, size: 'max' });
}

function linkAction(ingredients: DeferredIngredients, depth: number): Arbitrary<LinkAction> {
  const simple: { weight: number; arbitrary: Arbitrary<LinkAction> }[] = [
    { weight: 22, arbitrary: fc.tuple(fc.constant('pass')) },
    { weight: 18, arbitrary: fc.tuple(fc.constant('value'), VALUE) },
    { weight: 12, arbitrary: fc.tuple(fc.constant('raise'), text('e')) },
    { weight: 4, arbitrary: fc.tuple(fc.constant('failure'), text('f')) },
    { weight: 26, arbitrary: fc.tuple(fc.constant('return'), ingredients.ids) },
  ];
  if (depth === 0) return fc.oneof(...simple);
  const inside = deferredOperations(ingredients, { minLength: 1, maxLength: 2 }, depth - 1);
  return fc.oneof(...simple, { weight: 18, arbitrary: fc.tuple(fc.constant('do'), inside) });
}

/** Adds a link. */
export function add(
  id: Arbitrary<string>,
  does: Arbitrary<LinkAction>,
): Arbitrary<DeferredOperation> {
  return fc.tuple(fc.constant('add'), id, fc.constant(''), does, does);
}

export function fire(id: Arbitrary<string>): Arbitrary<DeferredOperation> {
  return fc.tuple(fc.constant('fire'), id, VALUE);
}

export function failure(id: Arbitrary<string>): Arbitrary<DeferredOperation> {
  return fc.tuple(fc.constant('fail'), id, text('x'));
}

export function cancel(id: Arbitrary<string>): Arbitrary<DeferredOperation> {
  return fc.tuple(fc.constant('cancel'), id);
}

export function pauseOrNot(id: Arbitrary<string>): Arbitrary<DeferredOperation> {
  return fc.tuple(fc.constantFrom('pause', 'unpause'), id);
}

/** Sets a limit; mostly what is cancelled by it fails with TimeoutError. */
export function timeout(
  id: Arbitrary<string>,
  does: Arbitrary<LinkAction>,
): Arbitrary<DeferredOperation> {
  const converts = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: does },
  );
  return fc.tuple(fc.constant('timeout'), id, fc.constant(''), TIMES, converts);
}

export const ADVANCE: Arbitrary<DeferredOperation> = fc.tuple(fc.constant('advance'), TIMES);

/** A DeferredList or a gatherResults; it may have one element twice, or none. */
export function list(id: Arbitrary<string>): Arbitrary<DeferredOperation> {
  const elements = fc.array(id, { maxLength: 4, size: 'max' });
  return fc.oneof(
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constant('list'), fc.constant(''), elements, FLAGS),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constant('gather'), fc.constant(''), elements, fc.boolean()),
    },
  );
}

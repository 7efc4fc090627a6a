import fc, { type Arbitrary } from 'fast-check';

import type { DeferredOperation, LinkAction, Step } from '../programs/deferredOperation.ts';
import {
  add,
  ADVANCE,
  cancel,
  deferredOperations,
  failure,
  fire,
  list,
  newDeferreds,
  pauseOrNot,
  timeout,
} from './deferredOperations.ts';
import { deferredProgram } from './deferredProgram.ts';

type Steps = Arbitrary<readonly Step[]>;

/** How deeply blocks stand in blocks. */
const BLOCKS = 2;

const VALUE = fc.nat({ max: 99 });

/**
 * The steps of a body. It returns numbers, and yields numbers and Deferreds: where it gives a
 * Deferred back, or yields a Failure or a coroutine, 22.4 differs (I-5 to I-7).
 */
function steps(ids: Arbitrary<string>, does: Arbitrary<LinkAction>, depth = BLOCKS): Steps {
  // Of what a link can do only the operations are steps.
  const operations = does.map((action): Step => ['do', action[0] === 'do' ? action[1] : []]);
  const simple: { weight: number; arbitrary: Arbitrary<Step> }[] = [
    { weight: 40, arbitrary: fc.tuple(fc.constant('wait'), ids) },
    { weight: 16, arbitrary: operations },
    { weight: 3, arbitrary: fc.tuple(fc.constant('value'), VALUE) },
    { weight: 4, arbitrary: fc.tuple(fc.constant('raise'), fc.constantFrom('r1', 'r2')) },
    { weight: 4, arbitrary: fc.tuple(fc.constant('return'), VALUE) },
  ];
  const blocks = (): { weight: number; arbitrary: Arbitrary<Step> }[] => {
    const body = steps(ids, does, depth - 1);
    return [
      { weight: 16, arbitrary: fc.tuple(fc.constant('try'), body, body) },
      { weight: 6, arbitrary: fc.tuple(fc.constant('finally'), body, steps(ids, does, 0)) },
      { weight: 8, arbitrary: fc.tuple(fc.constant('hold'), fc.constantFrom('L', 'S'), body) },
    ];
  };
  const step = fc.oneof(...simple, ...(depth === 0 ? [] : blocks()));
  const maxLength = depth === BLOCKS ? 5 : 3;
  return fc.array(step, { minLength: 1, maxLength, size: 'max' });
}

function start(ids: Arbitrary<string>, does: Arbitrary<LinkAction>): Arbitrary<DeferredOperation> {
  return fc.tuple(
    fc.constant('start'),
    fc.constant(''),
    fc.constantFrom('yield', 'await'),
    steps(ids, does),
  );
}

const RELEASE: Arbitrary<DeferredOperation> = fc.tuple(
  fc.constant('release'),
  fc.constantFrom('L', 'S'),
);

const LOCKS: readonly DeferredOperation[] = [
  ['lock', 'L'],
  ['semaphore', 'S', 2],
];

/** Random programs of the kind `coroutine`. */
export const COROUTINE_SCRIPTS: Arbitrary<readonly DeferredOperation[]> = newDeferreds(2, 4).chain(
  (made) => {
    const names = made.map((_, index) => `d${index}`);
    const ids = fc.constantFrom(...names, ...names, 'c1', 'c1', 'c2', 'c3', 'c4', 'l1');
    // A coroutine that is fired by hand cannot give its result later (I-13); mostly it is not.
    const fired = fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: ids },
    );
    const operations = deferredOperations(
      {
        ids,
        operations: (does) => [
          { weight: 34, arbitrary: start(ids, does) },
          { weight: 18, arbitrary: fire(fired) },
          { weight: 9, arbitrary: failure(fired) },
          { weight: 20, arbitrary: cancel(ids) },
          { weight: 16, arbitrary: add(ids, does) },
          { weight: 5, arbitrary: pauseOrNot(ids) },
          { weight: 16, arbitrary: timeout(ids, does) },
          { weight: 12, arbitrary: ADVANCE },
          { weight: 4, arbitrary: RELEASE },
          { weight: 6, arbitrary: list(ids) },
        ],
      },
      { minLength: 6, maxLength: 20 },
    );
    return operations.map((each) => deferredProgram([...made, ...LOCKS, ...each]));
  },
);

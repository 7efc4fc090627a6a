import fc, { type Arbitrary } from 'fast-check';

import type { DeferredOperation, LinkAction } from '../programs/deferredOperation.ts';
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

const LOCK = fc.constantFrom('L', 'S');
const QUEUE = fc.constant('Q');
const FEW = fc.constantFrom(null, null, 0, 1, 2);

/** A lock, a semaphore and a queue; what an operation needs and is not there is passed over. */
const PRIMITIVES: Arbitrary<readonly DeferredOperation[]> = fc
  .tuple(
    fc.constant<DeferredOperation>(['lock', 'L']),
    fc.tuple(fc.constant('semaphore'), fc.constant('S'), fc.integer({ min: 1, max: 3 })),
    fc.tuple(fc.constant('queue'), QUEUE, FEW, FEW),
  )
  .chain((all) => fc.subarray<DeferredOperation>(all, { minLength: 1 }));

/** What is guarded: its Deferred may be its own, or that of another acquire. */
function run(does: Arbitrary<LinkAction>): Arbitrary<DeferredOperation> {
  return fc.tuple(fc.constant('run'), LOCK, fc.constant(''), does);
}

const ACQUIRE: Arbitrary<DeferredOperation> = fc.tuple(
  fc.constant('acquire'),
  LOCK,
  fc.constant(''),
);
const RELEASE: Arbitrary<DeferredOperation> = fc.tuple(fc.constant('release'), LOCK);
const GET: Arbitrary<DeferredOperation> = fc.tuple(fc.constant('get'), QUEUE, fc.constant(''));

/** No Deferred and no Failure is put: 22.4 refuses the one and reports the other at `get` (D-4, U-5). */
const PUT: Arbitrary<DeferredOperation> = fc.tuple(
  fc.constant('put'),
  QUEUE,
  fc.oneof(fc.nat({ max: 99 }), fc.constant(null)),
);

/** Random programs of the kind `primitives`. */
export const PRIMITIVE_SCRIPTS: Arbitrary<readonly DeferredOperation[]> = fc
  .tuple(newDeferreds(1, 3), PRIMITIVES)
  .chain(([made, primitives]) => {
    const names = made.map((_, index) => `d${index}`);
    const ids = fc.constantFrom(...names, 'a1', 'a1', 'a2', 'a2', 'a3', 'a4', 'a5', 'a6');
    const operations = deferredOperations(
      {
        ids,
        operations: (does) => [
          { weight: 18, arbitrary: ACQUIRE },
          { weight: 20, arbitrary: run(does) },
          { weight: 14, arbitrary: RELEASE },
          { weight: 10, arbitrary: PUT },
          { weight: 12, arbitrary: GET },
          { weight: 22, arbitrary: add(ids, does) },
          { weight: 8, arbitrary: fire(fc.constantFrom(...names, ...names, ...names, 'a1')) },
          { weight: 4, arbitrary: failure(fc.constantFrom(...names, ...names, ...names, 'a2')) },
          { weight: 14, arbitrary: cancel(ids) },
          { weight: 3, arbitrary: pauseOrNot(ids) },
          { weight: 14, arbitrary: timeout(ids, does) },
          { weight: 12, arbitrary: ADVANCE },
          { weight: 3, arbitrary: list(ids) },
        ],
      },
      { minLength: 6, maxLength: 24 },
    );
    return operations.map((each) => deferredProgram([...made, ...primitives, ...each]));
  });

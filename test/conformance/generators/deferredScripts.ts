import fc, { type Arbitrary } from 'fast-check';

import type { DeferredOperation } from '../programs/deferredOperation.ts';
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

/** Random programs of the kind `deferred`. */
export const DEFERRED_SCRIPTS: Arbitrary<readonly DeferredOperation[]> = newDeferreds(2, 5).chain(
  (made) => {
    const names = made.map((_, index) => `d${index}`);
    // Lists are elements, and what links return, less often than other Deferreds.
    const ids = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...names) },
      { weight: 2, arbitrary: fc.constantFrom('l1', 'l1', 'l1', 'l2', 'l2', 'l3') },
    );
    // Fired by hand, a list has no use for its elements any more.
    const fired = fc.oneof(
      { weight: 15, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: ids },
    );
    // Limits and lists come first, too: what has fired already takes little notice of them.
    const first = deferredOperations(
      {
        ids,
        operations: (does) => [
          { weight: 2, arbitrary: add(ids, does) },
          { weight: 2, arbitrary: list(ids) },
          { weight: 1, arbitrary: timeout(ids, does) },
        ],
      },
      { minLength: 0, maxLength: 5 },
    );
    const operations = deferredOperations(
      {
        ids,
        operations: (does) => [
          { weight: 62, arbitrary: add(ids, does) },
          { weight: 16, arbitrary: fire(fired) },
          { weight: 6, arbitrary: failure(fired) },
          { weight: 8, arbitrary: cancel(ids) },
          { weight: 8, arbitrary: pauseOrNot(ids) },
          { weight: 8, arbitrary: timeout(ids, does) },
          { weight: 10, arbitrary: ADVANCE },
          { weight: 6, arbitrary: list(ids) },
        ],
      },
      { minLength: 6, maxLength: 20 },
    );
    return fc
      .tuple(first, operations)
      .map(([begin, others]) => deferredProgram([...made, ...begin, ...others]));
  },
);

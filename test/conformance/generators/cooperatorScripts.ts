import fc, { type Arbitrary } from 'fast-check';

import type {
  CooperatorOperation,
  CooperatorScript,
  Unit,
} from '../programs/cooperatorPrograms.ts';

const TASKS = ['A', 'B', 'C', 'D', 'E'];
const TASK = fc.constantFrom(...TASKS);
const DEFERRED = fc.constantFrom('p', 'q', 'r');

/** What a unit yields: mostly nothing. Of "r" only the operations speak, so that it fires unawaited. */
const YIELDED = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constantFrom('p', 'q', 'raise') },
);

const TICK: Arbitrary<CooperatorOperation> = fc.constant(['tick']);
const STOP_ALL: Arbitrary<CooperatorOperation> = fc.constant(['stopAll']);

/** Units of tasks that are added while others run: they do nothing but yield. */
const PLAIN_UNITS = unitsThatDo(fc.constant([]));

const CHANGE: Arbitrary<CooperatorOperation> = fc.oneof(
  { weight: 25, arbitrary: fc.tuple(fc.constant('pause'), TASK) },
  { weight: 25, arbitrary: fc.tuple(fc.constant('resume'), TASK) },
  { weight: 12, arbitrary: fc.tuple(fc.constant('stop'), TASK) },
  { weight: 18, arbitrary: fc.tuple(fc.constant('fire'), DEFERRED) },
  { weight: 7, arbitrary: fc.tuple(fc.constant('fail'), DEFERRED) },
  { weight: 10, arbitrary: fc.tuple(fc.constant('add'), TASK, PLAIN_UNITS) },
);

const UNITS = unitsThatDo(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: CHANGE.map((change) => [change]) },
  ),
);

/** Random programs of the kind `cooperator`. */
export const COOPERATOR_SCRIPTS: Arbitrary<CooperatorScript> = fc
  .tuple(
    fc.constantFrom(1, 1, 2, 3, 5, 50),
    fc.array(UNITS, { minLength: 1, maxLength: 4, size: 'max' }),
    fc.array(
      fc.oneof(
        { weight: 60, arbitrary: TICK },
        { weight: 38, arbitrary: CHANGE },
        { weight: 2, arbitrary: STOP_ALL },
      ),
      { minLength: 4, maxLength: 12, size: 'max' },
    ),
  )
  .map(([per, first, operations]) => ({
    per,
    ops: [
      ...first.map((units, index): CooperatorOperation => ['add', TASKS[index] ?? 'E', units]),
      ...operations,
      ['tick'],
      ['tick'],
      ['tick'],
    ],
  }));

function unitsThatDo(does: Arbitrary<readonly CooperatorOperation[]>): Arbitrary<readonly Unit[]> {
  return fc.array(fc.record({ do: does, yield: YIELDED }), { maxLength: 4, size: 'max' });
}

import fc, { type Arbitrary } from 'fast-check';

import type { Seconds } from '#base/units.ts';

import type { BodyRun, LoopingScript, LoopOperation } from '../programs/loopingPrograms.ts';

const INTERVALS = fc.constantFrom(0.1, 0.2, 0.25, 0.3, 0.5, 0.7, 1, 1.5, 2, 1 / 3, 3, 0.01);

/** Start times, some of which leave few digits for the time since. */
const STARTS = fc.constantFrom(0, 0, 0.1, 0.35, 1, 7.3, 1000.1, 1e9);

/** Random programs of the kind `looping`. */
export const LOOPING_SCRIPTS: Arbitrary<LoopingScript> = INTERVALS.chain((interval) =>
  fc
    .tuple(
      fc.boolean(),
      STARTS,
      fc.boolean(),
      fc.array(bodyRun(interval), { maxLength: 25, size: 'max' }),
      fc.array(operation(interval), { minLength: 8, maxLength: 30, size: 'max' }),
    )
    .map(([count, start, now, lasts, operations]) => ({
      count,
      lasts,
      ops: [['advance', start], ['start', interval, now], ...operations],
    })),
);

function operation(interval: Seconds): Arbitrary<LoopOperation> {
  const steps = fc.oneof(
    fc.constantFrom(interval, interval, interval, interval / 2, interval * 3, interval * 1.1),
    fc.nat({ max: 200 }).map((n) => Math.round(n * interval) / 100),
  );
  const intervals = fc.constantFrom(interval, interval, 2 * interval, -1);
  return fc.oneof(
    { weight: 85, arbitrary: fc.tuple(fc.constant('advance'), steps) },
    { weight: 10, arbitrary: fc.tuple(fc.constantFrom('reset', 'stop')) },
    { weight: 5, arbitrary: fc.tuple(fc.constant('start'), intervals, fc.boolean()) },
  );
}

function bodyRun(interval: Seconds): Arbitrary<BodyRun> {
  const waits = fc.constantFrom(interval / 2, interval, interval * 1.5, interval * 4);
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: waits },
    { weight: 3, arbitrary: fc.constantFrom('raise', 'stop', 'reset') },
  );
}

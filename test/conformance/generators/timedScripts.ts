import fc, { type Arbitrary } from 'fast-check';

import type { TimedOperation } from '../programs/timedOperation.ts';
import { nameCalls } from './nameCalls.ts';
import { timedOperations, TOP, type Weighted } from './timedOperations.ts';

/** Tenths, quarters and whole numbers: sums in which rounding shows, and equal times. */
const CLOCK_TIMES = fc.constantFrom(0, 0.25, 0.5, 1, 1.5, 2, 3, 0.1, 0.2, 0.3, 0.7);

const ADVANCE = fc.tuple(fc.constant('advance'), CLOCK_TIMES);

/** An exception leaves a call; one that stands in no call would leave the program. */
const RAISE: Weighted = { weight: 6, arbitrary: fc.tuple(fc.constant('raise')) };

const ROUND = timedOperations(
  {
    times: CLOCK_TIMES,
    more: (depth) =>
      depth === TOP
        ? [{ weight: 10, arbitrary: ADVANCE }]
        : [{ weight: 2, arbitrary: ADVANCE }, RAISE],
  },
  { minLength: 1, maxLength: 3 },
);

/** Random programs of the kind `clock`. */
export const CLOCK_SCRIPTS: Arbitrary<readonly TimedOperation[]> = fc
  .array(fc.tuple(ROUND, ADVANCE), { minLength: 3, maxLength: 8, size: 'max' })
  .map((rounds) => nameCalls(rounds.flatMap(([round, advance]) => [...round, advance])));

/** Multiples of 1/1024 s: they add up without rounding, and seldom meet. */
const REACTOR_TIMES = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 4095 }).map((n) => n / 1024) },
  { weight: 1, arbitrary: fc.constant(0) },
);

const REACTOR_SPIN: Weighted = {
  weight: 5,
  arbitrary: fc.tuple(
    fc.constant('spin'),
    fc.integer({ min: 1, max: 3000 }).map((n) => n / 1024),
  ),
};

/** Random programs of the kind `reactor`. Where two calls meet all the same, one is not fit. */
export const REACTOR_SCRIPTS: Arbitrary<readonly TimedOperation[]> = timedOperations(
  {
    times: REACTOR_TIMES,
    more: (depth, does) => [
      { weight: 5, arbitrary: fc.tuple(fc.constant('thread'), fc.constant(''), does) },
      ...(depth === TOP
        ? []
        : [RAISE, REACTOR_SPIN, { weight: 1, arbitrary: fc.tuple(fc.constant('stop')) }]),
    ],
  },
  { minLength: 4, maxLength: 14 },
).map(nameCalls);

/** Few times, and all multiples of each other: calls and loops meet often. */
const MEETING_TIMES = fc.constantFrom(0, 0.25, 0.5, 0.5, 1, 1, 1, 2, 2);
const LOOP = fc.constantFrom('P', 'Q', 'R');
const TIES_SPIN: Weighted = {
  weight: 6,
  arbitrary: fc.tuple(fc.constant('spin'), fc.constantFrom(0.25, 0.5, 1, 2.5)),
};

/** Random programs of the kind `ties`. Loops never end, so all is over at a time when none runs. */
export const TIES_SCRIPTS: Arbitrary<readonly TimedOperation[]> = timedOperations(
  {
    times: MEETING_TIMES,
    more: (depth) => [
      {
        weight: 12,
        arbitrary: fc.tuple(fc.constant('loop'), LOOP, fc.constantFrom(0.5, 1, 1, 2), fc.boolean()),
      },
      { weight: 4, arbitrary: fc.tuple(fc.constant('loopstop'), LOOP) },
      { weight: 4, arbitrary: fc.tuple(fc.constant('loopreset'), LOOP) },
      ...(depth === TOP ? [] : [TIES_SPIN]),
    ],
  },
  { minLength: 5, maxLength: 12 },
).map((operations) => [['end', 8.125], ...nameCalls(operations)]);

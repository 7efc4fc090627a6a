import fc, { type Arbitrary } from 'fast-check';

import type { Json } from '#base/json.ts';
import type { Seconds } from '#base/units.ts';
import type { Duration, ScheduleError, When } from '#schedule/schema.ts';

/** Few times, many of them multiples of each other: things meet often, and tenths show rounding. */
export const TIMES: Arbitrary<Seconds> = fc.constantFrom(
  1,
  0,
  2,
  0.5,
  3,
  1.5,
  0.25,
  0.1,
  0.3,
  1,
  2,
  0.7,
);

/** As `TIMES`, but never 0: what repeats itself must come to an end. */
export const INTERVALS: Arbitrary<Seconds> = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(1, 2, 0.5, 3, 1.5, 1, 2, 0.7, 0.3) },
  { weight: 1, arbitrary: fc.constant(0) },
);

const DRAWN: Arbitrary<Duration> = fc.oneof(
  fc.tuple(TIMES, TIMES).map(([a, b]) => ({
    uniform: [Math.min(a, b), Math.max(a, b)] as [number, number],
  })),
  TIMES.map((mean) => ({ exponential: mean })),
  fc.tuple(TIMES, TIMES).map((normal) => ({ normal })),
  fc.tuple(TIMES, fc.constantFrom(0, 0.5, 1)).map((lognormal: [number, number]) => ({ lognormal })),
  fc
    .array(fc.tuple(TIMES, fc.constantFrom(1, 2, 0.5)), { minLength: 1, maxLength: 3 })
    .map((choice) => ({ choice })),
);

/** Seconds, and now and then a draw. */
export const DURATIONS: Arbitrary<Duration> = fc.oneof(
  { weight: 8, arbitrary: TIMES },
  { weight: 1, arbitrary: DRAWN },
);

/** Values that are equal in Python and not in JSON (1 and true), and such as are shown in odd ways. */
export const VALUES: Arbitrary<Json> = fc.constantFrom<Json>(
  1,
  null,
  'a',
  true,
  false,
  0,
  2.5,
  '',
  [],
  [1, 'a', null],
  { k: [true, 'b'] },
  "it's",
  'é "時"\n',
  1e16,
  1e-7,
);

/** Errors of Python, of Twisted, and of the program's own. */
export const ERRORS: Arbitrary<ScheduleError> = fc.constantFrom(
  { type: 'ValueError', message: 'boom' },
  { type: 'ValueError', message: '' },
  { type: 'KeyError', message: 'k' },
  { type: 'ConnectionRefusedError', message: "no 'route'" },
  { type: 'TimeoutError', message: 'late' },
  { type: 'CancelledError', message: '' },
  { type: 'FetchError', message: 'own' },
);

const CAUGHT = fc.constantFrom(
  'ValueError',
  'Exception',
  'LookupError',
  'ConnectionError',
  'TimeoutError',
  'CancelledError',
  'FetchError',
  'RuntimeError',
  'FirstError',
  'AlreadyCalledError',
);

/** Texts of log steps. */
export const TEXTS = fc.constantFrom(
  'x',
  '{input}',
  '{call}',
  '{now}',
  'call {call} at {now} with {input}',
  '{ {input} } {other} {{call}}',
  'é "時" \'q\' \\n',
);

const COUNT = fc.constantFrom(1, 2, 3);

/** Conditions of a step. */
export const CONDITIONS: Arbitrary<When> = fc.oneof(
  COUNT.map((call) => ({ call })),
  COUNT.map((untilCall) => ({ untilCall })),
  COUNT.map((fromCall) => ({ fromCall })),
  fc.constantFrom(2, 3).map((everyCall) => ({ everyCall })),
  CAUGHT.map((error) => ({ error })),
  VALUES.map((input) => ({ input })),
  fc.constantFrom(0.5, 0, 1, 0.2).map((chance) => ({ chance })),
  fc.record(
    {
      untilCall: fc.constantFrom(3, 4),
      fromCall: COUNT,
      everyCall: COUNT,
      chance: fc.constant(0.6),
      error: CAUGHT,
    },
    { requiredKeys: [] },
  ),
);

import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  errorCount,
  firstError,
  loggedGroups,
  openGroups,
  UNHANDLED_READER,
  type UnhandledErrors,
} from '#trace/unhandledErrors.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import type { Trace } from '#trace/traceTable.ts';

import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const RAISE = { do: 'raise', error: { type: 'ValueError', message: 'no' } };

const { trace } = run(
  schedule({
    functions: {
      fail: [RAISE],
      take: [{ do: 'returnDeferred', node: 'early' }],
      report: [{ do: 'log', text: '{input}' }],
    },
    nodes: [
      { kind: 'deferLater', id: 'early', delay: 1, call: 'fail' },
      { kind: 'deferLater', id: 'late', delay: 2, call: 'fail' },
      { kind: 'deferLater', id: 'taker', delay: 3, call: 'take', chain: [{ errback: 'report' }] },
      { kind: 'callLater', id: 'bare', delay: 4, call: 'fail' },
    ],
  }),
);

/** One node fails, and its failure is taken, again and again; another one's are logged. */
const { trace: again } = run(
  schedule({
    horizon: 9,
    functions: {
      fail: [RAISE],
      failAgain: [{ do: 'start', node: 'job' }],
      take: [{ do: 'returnDeferred', node: 'job' }],
      report: [{ do: 'log', text: '{input}' }],
    },
    nodes: [
      { kind: 'deferLater', id: 'job', delay: 1, call: 'fail' },
      { kind: 'outsideEvent', id: 'restart', at: [2, 4, 5, 7], call: 'failAgain' },
      { kind: 'outsideEvent', id: 'odd', at: [1.5, 3.5, 8], call: 'fail' },
      { kind: 'deferLater', id: 'taker', delay: 3.5, call: 'take', chain: [{ errback: 'report' }] },
    ],
  }),
);

/** The errors of the first events of a trace: how many, and the first one's line. */
function errorsOf(of: Trace, count = of.length): readonly [number, string | null] {
  const errors = UNHANDLED_READER.readOn(UNHANDLED_READER.begin(of), count);
  const first = firstError(errors);
  return [errorCount(errors), first === null ? null : (lines(of)[first] ?? null)];
}

test('an error is one until something takes the failure', () => {
  expect([1, 2, 3, 4].map((time) => errorsOf(trace, trace.countUntil(time, true)))).toEqual([
    [1, "1.000 early unhandled so far: ValueError('no')"],
    [2, "1.000 early unhandled so far: ValueError('no')"],
    [1, "2.000 late unhandled so far: ValueError('no')"],
    [2, "2.000 late unhandled so far: ValueError('no')"],
  ]);
});

test('an exception that leaves a delayed call is one at once', () => {
  const bare = schedule({
    functions: { fail: [RAISE] },
    nodes: [{ kind: 'callLater', id: 'bare', delay: 4, call: 'fail' }],
  });
  expect(errorsOf(run(bare).trace)).toEqual([1, "4.000 bare error logged: ValueError('no')"]);
});

test('a run whose failures are all handled has none', () => {
  expect(errorsOf(run(EXAMPLES[0].load()).trace)).toEqual([0, null]);
});

/** All that a reading says. */
function said(errors: UnhandledErrors): readonly unknown[] {
  return [errorCount(errors), firstError(errors), openGroups(errors), loggedGroups(errors)];
}

test('reading on in slices, also again from an earlier place, finds what reading at one go finds', () => {
  const whole = (upTo: number): readonly unknown[] =>
    said(UNHANDLED_READER.readOn(UNHANDLED_READER.begin(again), upTo));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(again.length))), (steps) => {
      const known = [UNHANDLED_READER.begin(again)];
      for (const [from, upTo] of steps) {
        const before = known[from % known.length] ?? UNHANDLED_READER.begin(again);
        known.push(UNHANDLED_READER.readOn(before, upTo));
      }
      expect(known.map(said)).toEqual(known.map(({ read }) => whole(read)));
    }),
  );
});

import { expect, test } from 'vitest';

import { endOfCall } from '#app/pending/endOfCall.ts';
import { pendingKey, pendingWords } from '#app/pending/pendingWords.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { createStateCursor } from '#trace/stateCursor.ts';
import type { Trace } from '#trace/traceTable.ts';

import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const { trace } = run(
  schedule({
    horizon: 12,
    functions: {
      check: [],
      block: [{ do: 'block', for: 3 }],
      stop: [{ do: 'cancel', node: 'late' }],
    },
    nodes: [
      { kind: 'loopingCall', id: 'poll', interval: 2, call: 'check' },
      { kind: 'callLater', id: 'job', delay: 3, call: 'block' },
      { kind: 'deferred', id: 'answer', chain: [{ timeout: 5 }] },
      { kind: 'outsideEvent', id: 'click', at: [4.5], call: 'stop' },
      { kind: 'deferLater', id: 'late', delay: 20, call: 'check' },
      { kind: 'deferLater', id: 'never', delay: 30, call: 'check' },
    ],
  }),
);

/** The pending calls in words after so many events. */
function pendingAt(of: Trace, count: number, time: number): readonly string[] {
  const state = createStateCursor(of).at(count);
  return state.pendingCalls().map((call) => {
    const { subject, what, left } = pendingWords(of, state, call, time);
    return `${call.due} ${subject}: ${what}, ${left}`;
  });
}

test('pending calls are said with what they are and how long they wait', () => {
  expect(pendingAt(trace, trace.countUntil(2.25, true), 2.25)).toEqual([
    '3 job: callLater: block(), in 0.75 s',
    '4 poll: tick 3: check(), in 1.75 s',
    '4.5 click: outside event: stop(), in 2.25 s',
    '5 answer: timeout, link 1, in 2.75 s',
    '20 late: deferLater: check(), in 17.75 s',
    '30 never: deferLater: check(), in 27.75 s',
  ]);
});

test('what the reactor has no time for is late', () => {
  const blocked = trace.countUntil(3, true);
  expect(pendingAt(trace, blocked, 5.5).slice(0, 2)).toEqual([
    '4 poll: tick 3: check(), 1.5 s late',
    '4.5 click: outside event: stop(), 1 s late',
  ]);
});

test('a call is followed to where it runs or is cancelled, as far as the run goes', () => {
  const count = trace.countUntil(2.25, true);
  const calls = createStateCursor(trace).at(count).pendingCalls();
  const all = lines(trace);
  expect(
    calls.map((call) => {
      const end = endOfCall(trace, count, call);
      return end === null ? null : all[end];
    }),
  ).toEqual([
    '3.000 job delayed call runs',
    '6.000 poll delayed call runs, 2 s late',
    '6.000 click delayed call runs, 1.5 s late',
    '6.000 answer timed out: it is cancelled',
    '6.000 late delayed call cancelled',
    null,
  ]);
});

test('they stand in the order in which they run, at every event of every example', () => {
  const wrong: string[] = [];
  let checked = 0;
  for (const example of EXAMPLES) {
    const { trace: of } = run(example.load());
    const cursor = createStateCursor(of);
    for (let count = 0; count <= Math.min(of.length, 400); count += 1) {
      // What is moved or cancelled later has no place in that order.
      const ends = cursor
        .at(count)
        .pendingCalls()
        .map((call) => ({ call, end: endOfCall(of, count, call) }))
        .filter(
          ({ call, end }) =>
            end !== null &&
            of.kindAt(end) === 'ran' &&
            Math.abs(of.timeAt(end) - of.numberAt(end) - call.due) < 1e-9,
        )
        .map(({ end }) => end ?? 0);
      checked += ends.length;
      if (ends.some((end, place) => place > 0 && end < (ends[place - 1] ?? 0))) {
        wrong.push(`${example.id} after ${count}: ${ends.join(' ')}`);
      }
    }
  }
  expect([wrong, checked > 1000]).toEqual([[], true]);
});

test('each pending call has a name of its own', () => {
  const calls = createStateCursor(trace).at(trace.countUntil(2.25, true)).pendingCalls();
  expect(new Set(calls.map(pendingKey)).size).toBe(calls.length);
});

import { expect, test } from 'vitest';

import { EXAMPLES } from '#schedule/examples.ts';
import { describeInstance } from '#trace/describeInstance.ts';
import { createStateCursor } from '#trace/stateCursor.ts';
import type { Trace } from '#trace/traceTable.ts';

import { createObjectFold } from '../support/objectFold/objectFold.ts';
import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';
import { objectContents, stateContents } from '../support/stateContents.ts';

/** What each node's badge says after all events up to a time. */
const badges = (trace: Trace, time: number): Readonly<Record<string, string>> => {
  const state = createStateCursor(trace).at(trace.countUntil(time, true));
  return Object.fromEntries(
    trace.header.nodes.map(({ id }, node) => {
      const { tone, text } = describeInstance(trace, state.newest(node), time);
      return [id, `${tone}: ${text}`];
    }),
  );
};

test('cards tell what their nodes do at any time', () => {
  const { trace } = run(EXAMPLES[1]!.load());
  expect([-1, 0, 1.5, 2, 3, 4].map((time) => badges(trace, time))).toEqual([
    { first_try: 'plain: not started', second_try: 'plain: not started' },
    { first_try: 'time: in 2 s', second_try: 'plain: not started' },
    { first_try: 'time: in 0.5 s', second_try: 'plain: not started' },
    { first_try: 'paused: waits for second_try', second_try: 'time: in 2 s' },
    { first_try: 'paused: waits for second_try', second_try: 'time: in 1 s' },
    { first_try: 'result: None', second_try: 'plain: result taken' },
  ]);
});

test('a loop tells its ticks, and while it blocks, how long still', () => {
  const { trace } = run(EXAMPLES[0].load());
  expect([0, 0.1, 0.4, 5, 15].map((time) => badges(trace, time)['poll'])).toEqual([
    'blocking: blocks, 0.4 s',
    'blocking: blocks, 0.3 s',
    'result: tick 1',
    'blocking: blocks, 0.4 s',
    'failure: failed on tick 4',
  ]);
});

test('what is overdue because the reactor is blocked says by how much', () => {
  const { trace } = run(
    schedule({
      functions: { work: [{ do: 'block', for: 3 }], f: [] },
      nodes: [
        { id: 'busy', kind: 'callLater', delay: 1, call: 'work' },
        { id: 'late', kind: 'callLater', delay: 2, call: 'f' },
      ],
    }),
  );
  expect([1, 2, 3.5, 4].map((time) => badges(trace, time)['late'])).toEqual([
    'time: in 1 s',
    'time: in 0 s',
    'paused: 1.5 s late',
    'result: has run',
  ]);
});

test('the inside of a Deferred is known at every step of its chain', () => {
  const { trace } = run(EXAMPLES[1]!.load());
  const cursor = createStateCursor(trace);
  const first = Array.from({ length: trace.length + 1 }, (_, count) => {
    const deferred = cursor.at(count).newest(0)?.deferred;
    if (deferred === undefined || deferred === null) return '-';
    const result = deferred.result;
    const shown = result === null ? 'no result' : result.is === 'failure' ? result.type : 'value';
    const waits = deferred.waitsOn === null ? '' : ', waits';
    return `${deferred.called ? 'called' : 'uncalled'} at ${deferred.place}: ${shown}${waits}`;
  });
  expect(first.filter((text, index) => text !== first[index - 1])).toEqual([
    '-',
    'uncalled at 0: no result',
    'called at 0: value',
    'called at 0: ConnectionError',
    'called at 1: no result',
    'called at 1: no result, waits',
    'called at 1: value',
    'called at 2: value',
  ]);
});

test('pending calls stand in the order in which they are due', () => {
  const { trace } = run(
    schedule({
      horizon: 0,
      functions: { f: [] },
      nodes: [
        { id: 'a', kind: 'callLater', delay: 3, call: 'f' },
        { id: 'b', kind: 'callLater', delay: 1, call: 'f' },
        { id: 'c', kind: 'loopingCall', interval: 2, call: 'f' },
      ],
    }),
  );
  expect(createStateCursor(trace).at(trace.length).pendingCalls()).toEqual([
    { of: { node: 1, instance: 1 }, link: null, due: 1 },
    { of: { node: 2, instance: 1 }, link: null, due: 2 },
    { of: { node: 0, instance: 1 }, link: null, due: 3 },
  ]);
});

test('a seek to any event, in any order, gives the state of a fold from the beginning', () => {
  const { trace } = run(
    schedule({
      horizon: 700,
      functions: {
        tick: [{ do: 'start', node: 'work' }],
        fail: [{ do: 'raise', error: { type: 'ValueError', message: '' }, when: { everyCall: 5 } }],
      },
      nodes: [
        { id: 'loop', kind: 'loopingCall', interval: 1, call: 'tick' },
        { id: 'work', kind: 'deferLater', delay: 1.5, starts: 'never', call: 'fail' },
      ],
    }),
  );
  const cursor = createStateCursor(trace);
  const seeks = [trace.length, 0, 5000, 4999, 2048, 2047, 6000, 1, trace.length - 1];
  const folded = seeks.map((count) => {
    const fold = createObjectFold(trace);
    while (fold.count < count) fold.step();
    return objectContents(trace, fold.snapshot());
  });
  const sought = seeks.map((count) => stateContents(trace, cursor.at(count)));
  expect([trace.length > 6000, sought]).toEqual([true, folded]);
});

test('instances that are over are forgotten, however many there were', () => {
  const { trace } = run(
    schedule({
      horizon: 500,
      functions: { tick: [{ do: 'start', node: 'work' }] },
      nodes: [
        { id: 'loop', kind: 'loopingCall', interval: 1, call: 'tick' },
        { id: 'work', kind: 'deferLater', delay: 0.5, starts: 'never' },
      ],
    }),
  );
  expect(createStateCursor(trace).at(trace.length).instanceCount).toBe(2);
});

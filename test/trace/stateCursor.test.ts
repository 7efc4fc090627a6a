import { expect, test } from 'vitest';

import { compile } from '#program/compile.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { DEFAULT_LIMITS } from '#simulator/limits.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import { describeInstance } from '#trace/describeInstance.ts';
import { createStateCursor } from '#trace/stateCursor.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';

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

/** A loop that starts a chain every second and prints, and `others` calls that are pending all the time. */
const service = (horizon: number, others: number): Trace =>
  run(
    schedule({
      horizon,
      functions: {
        tick: [
          { do: 'start', node: 'work' },
          { do: 'log', text: 'tick' },
        ],
        done: [{ do: 'return', value: 1 }],
        late: [],
      },
      nodes: [
        { id: 'loop', kind: 'loopingCall', interval: 1, call: 'tick' },
        {
          id: 'work',
          kind: 'deferLater',
          delay: 1.5,
          starts: 'never',
          chain: [{ callback: 'done' }],
        },
        ...Array.from({ length: others }, (_, index) => ({
          id: `later${index}`,
          kind: 'callLater',
          delay: 1e6,
          call: 'late',
        })),
      ],
    }),
  ).trace;

test('a state stays as it is, wherever the cursor goes on to', () => {
  const trace = service(400, 100);
  const cursor = createStateCursor(trace);
  const places = [0, 1, 150, 1000, 1001, 1002, trace.length - 1, trace.length];
  const states = places.map((count) => cursor.at(count));
  for (let count = trace.length; count >= 0; count -= 7) cursor.at(count);
  for (let count = 900; count < 1100; count += 1) cursor.at(count);
  const fresh = places.map((count) => stateContents(trace, createStateCursor(trace).at(count)));
  expect(states.map((state) => stateContents(trace, state))).toEqual(fresh);
});

test('an instance without an event since is the same object, and one with an event is not', () => {
  const trace = service(400, 100);
  const cursor = createStateCursor(trace);
  const kept: boolean[] = [];
  for (let count = 500; count < 700; count += 1) {
    const before = cursor.at(count);
    const shown = trace.header.nodes.map((_, node) => before.newest(node));
    const after = cursor.at(count + 1);
    const changed = trace.header.nodes.flatMap((_, node) =>
      after.newest(node) === shown[node] ? [] : [node],
    );
    const { node, instance, kind } = trace.eventAt(count);
    const isOfNewest = node >= 0 && before.newest(node)?.instance === instance;
    const isChange = (isOfNewest && kind !== 'logged') || kind === 'started';
    kept.push(changed.join() === (isChange ? String(node) : ''));
  }
  expect(kept).toEqual(kept.map(() => true));
  // Also from far away, and backwards.
  const far = cursor.at(700).newest(50);
  cursor.at(5);
  expect([far !== null, cursor.at(trace.length).newest(50) === far]).toEqual([true, true]);
  expect(cursor.at(701).newest(50)).toBe(far);
});

test('semaphores, queues and the pool are the same objects until something changes them', () => {
  const { trace } = run(
    schedule({
      horizon: 30,
      functions: { tick: [{ do: 'start', node: 'guarded' }], work: [{ do: 'log', text: 'x' }] },
      nodes: [
        { id: 'limit', kind: 'semaphore', tokens: 1 },
        { id: 'line', kind: 'queue' },
        { id: 'loop', kind: 'loopingCall', interval: 1, call: 'tick' },
        { id: 'guarded', kind: 'guarded', semaphore: 'limit', starts: 'never', call: 'work' },
      ],
    }),
  );
  const cursor = createStateCursor(trace);
  const turns = new Set(['acquireWaits', 'acquired', 'released', 'gaveUp']);
  for (let count = 0; count < trace.length; count += 1) {
    const before = cursor.at(count);
    const { pool } = before;
    const [semaphore, queue] = [before.semaphore(0), before.queue(1)];
    const after = cursor.at(count + 1);
    expect([
      after.semaphore(0) === semaphore,
      after.queue(1) === queue,
      after.pool === pool,
    ]).toEqual([!turns.has(trace.kindAt(count)), true, true]);
  }
  expect(trace.length).toBeGreaterThan(300);
});

test('stepping back gives what stepping forward gave, over keyframes and places sought before', () => {
  const trace = service(900, 0);
  const cursor = createStateCursor(trace);
  const from = trace.length - 3000;
  const forward = Array.from({ length: 3000 }, (_, step) =>
    JSON.stringify(stateContents(trace, cursor.at(from + step))),
  );
  const back = Array.from({ length: 3000 }, (_, step) => {
    // Now and then a look elsewhere, and a few steps forward.
    if (step % 500 === 499) cursor.at(step);
    if (step % 70 === 69) cursor.at(from + 3000 - step);
    return JSON.stringify(stateContents(trace, cursor.at(from + 2999 - step)));
  });
  expect(back.toReversed().filter((text, step) => text !== forward[step])).toEqual([]);
});

test('a trace may grow while the cursor is used, and events that came are made ready in parts', () => {
  const program = compile(
    schedule({
      horizon: 800,
      functions: { f: [{ do: 'log', text: 'f' }] },
      nodes: [{ id: 'loop', kind: 'loopingCall', interval: 1, call: 'f' }],
    }),
  );
  const simulation = createSimulation(program, DEFAULT_LIMITS);
  const trace = createTrace(traceHeaderOf(program));
  const cursor = createStateCursor(trace);
  expect(cursor.at(0).instanceCount).toBe(0);
  for (let ended = simulation.run(700); ; ended = simulation.run(700)) {
    for (const batch of simulation.takeBatches()) trace.append(batch);
    const count = trace.length;
    // Some batches are looked at before they are ready, some after, some never.
    if (count % 2 === 0) while (cursor.prepare(100)) expect(trace.length).toBe(count);
    if (count % 3 !== 0) {
      for (const place of [count, count - 1, count >> 1, count]) {
        expect(stateContents(trace, cursor.at(place))).toEqual(
          stateContents(trace, createStateCursor(trace).at(place)),
        );
      }
    }
    if (ended !== null) break;
  }
  expect([trace.length > 5000, cursor.prepare(trace.length)]).toEqual([true, false]);
});

/** So many loops, for about 60 000 events. */
const ticking = (loops: number): Trace =>
  run(
    schedule({
      horizon: 8000 / loops,
      functions: { f: [] },
      nodes: Array.from({ length: loops }, (_, index) => ({
        id: `loop${index}`,
        kind: 'loopingCall',
        interval: 1 + index / loops / 10,
        call: 'f',
      })),
    }),
  ).trace;

test('the newest instance of each of many nodes is found', () => {
  const trace = ticking(700);
  const state = createStateCursor(trace).at(trace.length);
  const ticks = trace.header.nodes.map((_, node) => state.newest(node)?.loop?.ticks ?? 0);
  expect([ticks.length, ticks.filter((count) => count < 5)]).toEqual([700, []]);
  expect(state.instancesOf(699).map(({ node }) => node)).toEqual([699]);
});

test('keyframes are near to each other where little changes, and far where much does', () => {
  const known = [1, 1000].map((loops) => {
    const trace = ticking(loops);
    const cursor = createStateCursor(trace);
    cursor.prepare(trace.length);
    const { keyframes, bytes } = cursor.size;
    return {
      hasMany: trace.length > 40_000,
      distance: Math.round(trace.length / (keyframes - 1) / 1000),
      // The one before the first event is there in any case.
      isInBounds: bytes < trace.length * (20 / 3) + 1000,
    };
  });
  expect(known).toEqual([
    { hasMany: true, distance: 2, isInBounds: true },
    { hasMany: true, distance: 16, isInBounds: true },
  ]);
});

test('an instance that is only there costs the first keyframe something, and no other', () => {
  const trace = service(5000, 3000);
  const cursor = createStateCursor(trace);
  cursor.prepare(trace.length);
  // Copies of all would take 200 kB each: there would be four.
  expect([trace.length < 100_000, cursor.size.keyframes > 10]).toEqual([true, true]);
});

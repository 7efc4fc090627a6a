import { expect, test } from 'vitest';

import { compile } from '#program/compile.ts';
import { createSimulation } from '#simulator/simulation.ts';

import { lines, output, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const log = (text: string): object => ({ do: 'log', text });

test('a LoopingCall ticks on its grid, and its errback hears of the failure that ends it', () => {
  const { trace, end } = run(
    schedule({
      horizon: 30,
      functions: {
        tick: [
          log('tick {call}'),
          { do: 'raise', error: { type: 'ValueError', message: 'no' }, when: { call: 4 } },
        ],
        report: [log('report {input}')],
      },
      nodes: [
        {
          id: 'poll',
          kind: 'loopingCall',
          interval: 5,
          call: 'tick',
          chain: [{ errback: 'report' }],
        },
      ],
    }),
  );
  expect([output(trace), end]).toEqual([
    [
      '0.000 poll tick 1',
      '5.000 poll tick 2',
      '10.000 poll tick 3',
      '15.000 poll tick 4',
      "15.000 poll report ValueError('no')",
    ],
    { why: 'idle', time: 15, unhandled: [], limit: null },
  ]);
});

test('a failure that nobody handles is unhandled at the end of the run', () => {
  const { trace, end } = run(
    schedule({
      functions: {
        crash: [{ do: 'raise', error: { type: 'KeyError', message: 'k' } }],
      },
      nodes: [{ id: 'wait', kind: 'deferLater', delay: 1, call: 'crash' }],
    }),
  );
  const error = { is: 'failure', type: 'KeyError', message: "'k'", repr: "KeyError('k')" };
  expect([lines(trace).slice(-2), end.unhandled]).toEqual([
    ["1.000 wait unhandled so far: KeyError('k')", '1.000 reactor pass ends'],
    [{ node: 0, instance: 1, error }],
  ]);
});

test('an unhandled failure is reported when its node is started again (rule 5.4)', () => {
  const { trace } = run(
    schedule({
      functions: {
        crash: [
          {
            do: 'raise',
            error: { type: 'KeyError', message: 'k' },
            when: { call: 1 },
          },
        ],
        again: [{ do: 'start', node: 'wait' }],
      },
      nodes: [
        { id: 'wait', kind: 'deferLater', delay: 1, call: 'crash' },
        { id: 'later', kind: 'callLater', delay: 2, call: 'again' },
      ],
    }),
  );
  expect(lines(trace).filter((line) => /unhandled|Unhandled/.test(line))).toEqual([
    "1.000 wait unhandled so far: KeyError('k')",
    "2.000 wait Unhandled error in Deferred: KeyError('k')",
  ]);
});

test('an exception that leaves a delayed call is logged, and the run goes on (R-9)', () => {
  const { trace } = run(
    schedule({
      functions: {
        crash: [{ do: 'raise', error: { type: 'OSError', message: 'disk' } }],
        say: [log('still here')],
      },
      nodes: [
        { id: 'bad', kind: 'callLater', delay: 1, call: 'crash' },
        { id: 'good', kind: 'callLater', delay: 1, call: 'say' },
      ],
    }),
  );
  expect(
    lines(trace)
      .filter((line) => / (bad|good) /.test(line))
      .slice(-6),
  ).toEqual([
    "1.000 bad crash() raised OSError('disk')",
    "1.000 bad error logged: OSError('disk')",
    '1.000 good delayed call runs',
    '1.000 good say() called',
    '1.000 good still here',
    '1.000 good say() → None',
  ]);
});

test('blocking makes others late, in due order, and a loop skips the grid points it missed (B-1, B-3)', () => {
  const { trace } = run(
    schedule({
      horizon: 6.5,
      functions: {
        work: [{ do: 'block', for: 3.5, when: { call: 2 } }],
        say: [log('late')],
      },
      nodes: [
        { id: 'loop', kind: 'loopingCall', interval: 1, call: 'work' },
        { id: 'later', kind: 'callLater', delay: 3, call: 'say' },
      ],
    }),
  );
  expect(lines(trace).filter((line) => /tick \d|late$|skipped/.test(line))).toEqual([
    '0.000 loop tick 1',
    '1.000 loop tick 2',
    '4.500 loop skipped 3 ticks',
    '4.500 later delayed call runs, 1.5 s late',
    '4.500 later late',
    '5.000 loop tick 3',
    '6.000 loop tick 4',
  ]);
});

test('withCount passes the number of grid points since the last call (K-12)', () => {
  const { trace } = run(
    schedule({
      horizon: 6.5,
      functions: { work: [log('{input}'), { do: 'block', for: 3.5, when: { call: 2 } }] },
      nodes: [{ id: 'loop', kind: 'loopingCall', interval: 1, withCount: true, call: 'work' }],
    }),
  );
  expect(output(trace)).toEqual(['0.000 loop 1', '1.000 loop 1', '5.000 loop 4', '6.000 loop 1']);
});

test('decimal intervals tick on the decimals, once each', () => {
  const { trace } = run(
    schedule({
      horizon: 1,
      functions: { work: [log('{now}')] },
      nodes: [{ id: 'loop', kind: 'loopingCall', interval: 0.1, call: 'work' }],
    }),
  );
  expect(output(trace)).toEqual(
    Array.from({ length: 11 }, (_, tick) => {
      const time = (tick / 10).toFixed(3);
      return `${time} loop ${time}`;
    }),
  );
});

test('a loop waits for the Deferred that its function returns, then keeps its grid (K-5, K-8)', () => {
  const { trace } = run(
    schedule({
      horizon: 7,
      functions: { tick: [{ do: 'returnDeferred', node: 'work', start: true }] },
      nodes: [
        { id: 'loop', kind: 'loopingCall', interval: 1, call: 'tick' },
        { id: 'work', kind: 'deferLater', delay: 1.5, starts: 'never' },
      ],
    }),
  );
  expect(lines(trace).filter((line) => /loop (tick \d|waits|skipped)/.test(line))).toEqual([
    '0.000 loop tick 1',
    '0.000 loop waits for work',
    '1.500 loop skipped 1 tick',
    '2.000 loop tick 2',
    '2.000 loop waits for work #2',
    '3.500 loop skipped 1 tick',
    '4.000 loop tick 3',
    '4.000 loop waits for work #3',
    '5.500 loop skipped 1 tick',
    '6.000 loop tick 4',
    '6.000 loop waits for work #4',
  ]);
});

test('a Deferred passes its result on, and waits for what a link returns (D-13)', () => {
  const { trace } = run(
    schedule({
      functions: {
        fire: [{ do: 'fire', node: 'outer', value: 1 }],
        wait: [{ do: 'returnDeferred', node: 'inner', start: true }],
        make: [{ do: 'return', value: 'made' }],
        show: [log('show {input}')],
      },
      nodes: [
        {
          id: 'outer',
          kind: 'deferred',
          chain: [{ errback: 'show' }, { callback: 'wait' }, { both: 'show' }],
        },
        { id: 'inner', kind: 'deferLater', delay: 2, starts: 'never', call: 'make' },
        { id: 'later', kind: 'callLater', delay: 1, call: 'fire' },
      ],
    }),
  );
  expect(lines(trace).filter((line) => / (outer|inner) /.test(line))).toEqual([
    '0.000 outer started',
    '1.000 outer fired with 1',
    '1.000 outer 1 passes link 1',
    '1.000 outer wait(1) called',
    '1.000 inner started',
    '1.000 inner due at 3 s',
    '1.000 outer wait(1) → Deferred of inner',
    '1.000 outer waits for inner',
    '3.000 inner delayed call runs',
    '3.000 inner fired with None',
    '3.000 inner make() called',
    "3.000 inner make() → 'made'",
    '3.000 inner result taken, now None',
    "3.000 outer goes on with 'made'",
    "3.000 outer show('made') called",
    '3.000 outer show made',
    "3.000 outer show('made') → None",
  ]);
});

test('what Twisted refuses is raised inside the function that did it', () => {
  const errorOf = (step: object, ...more: readonly object[]): string => {
    const { trace } = run(
      schedule({
        functions: {
          act: [step],
          nothing: [],
          set_up: [...more],
        },
        nodes: [
          { id: 'loop', kind: 'loopingCall', interval: 1, call: 'nothing', starts: 'never' },
          { id: 'call', kind: 'callLater', delay: 0.5, call: 'nothing', starts: 'never' },
          { id: 'd', kind: 'deferred', chain: [{ both: 'nothing' }], starts: 'never' },
          { id: 'first', kind: 'callLater', delay: 0, call: 'set_up' },
          { id: 'second', kind: 'callLater', delay: 1, call: 'act' },
        ],
        horizon: 1,
      }),
    );
    return lines(trace).find((line) => line.includes('error logged')) ?? 'none';
  };
  const start = (node: string): object => ({ do: 'start', node });
  const fire = { do: 'fire', node: 'd', value: 1 };
  expect([
    errorOf({ do: 'stop', node: 'loop' }),
    errorOf(start('loop'), start('loop')),
    errorOf({ do: 'cancel', node: 'call' }),
    errorOf({ do: 'cancel', node: 'call' }, start('call')),
    errorOf({ do: 'cancel', node: 'call' }, start('call'), { do: 'cancel', node: 'call' }),
    errorOf(fire),
    errorOf(fire, start('d'), fire),
    errorOf({ do: 'cancel', node: 'd' }, start('d'), fire),
  ]).toEqual([
    "1.000 second error logged: AssertionError('Tried to stop a LoopingCall tha…",
    "1.000 second error logged: AssertionError('Tried to start an already runni…",
    "1.000 second error logged: RuntimeError('call has not been started')",
    '1.000 second error logged: AlreadyCalled()',
    '1.000 second error logged: AlreadyCancelled()',
    "1.000 second error logged: RuntimeError('d has not been started')",
    '1.000 second error logged: AlreadyCalledError()',
    'none',
  ]);
});

test('cancelling takes a delayed call back and fails a Deferred, through its canceller', () => {
  const { trace, end } = run(
    schedule({
      functions: {
        give_up: [
          { do: 'cancel', node: 'call' },
          { do: 'cancel', node: 'wait' },
          { do: 'cancel', node: 'd' },
        ],
        cancel_d: [log('canceller'), { do: 'fire', node: 'd', value: 'kept' }],
        show: [log('{input}')],
      },
      nodes: [
        { id: 'call', kind: 'callLater', delay: 5, call: 'show' },
        { id: 'wait', kind: 'deferLater', delay: 5, chain: [{ errback: 'show' }] },
        { id: 'd', kind: 'deferred', canceller: 'cancel_d', chain: [{ both: 'show' }] },
        { id: 'now', kind: 'callLater', delay: 1, call: 'give_up' },
      ],
    }),
  );
  expect([output(trace), end.why, end.time]).toEqual([
    ['1.000 wait CancelledError()', '1.000 d canceller', '1.000 d kept'],
    'idle',
    1,
  ]);
});

test('stop() ends the run at the end of the pass: what is due in it still runs (R-15)', () => {
  const { trace, end } = run(
    schedule({
      functions: { stop: [{ do: 'stopReactor' }], say: [log('{now}')] },
      nodes: [
        { id: 'a', kind: 'callLater', delay: 1, call: 'stop' },
        { id: 'b', kind: 'callLater', delay: 1, call: 'say' },
        { id: 'c', kind: 'callLater', delay: 2, call: 'say' },
      ],
    }),
  );
  expect([output(trace), end.why]).toEqual([['1.000 b 1.000'], 'stopped']);
});

test('a start that fails is logged, and the other nodes start', () => {
  const { trace } = run(
    schedule({
      horizon: 0,
      functions: { first: [{ do: 'start', node: 'second' }], say: [] },
      nodes: [
        { id: 'one', kind: 'loopingCall', interval: 9, call: 'first' },
        { id: 'second', kind: 'loopingCall', interval: 9, call: 'say' },
        { id: 'third', kind: 'loopingCall', interval: 9, call: 'say' },
      ],
    }),
  );
  expect(lines(trace).filter((line) => /tick|logged/.test(line))).toEqual([
    '0.000 one tick 1',
    '0.000 second tick 1',
    "0.000 second error logged: AssertionError('Tried to start an already runni…",
    '0.000 third tick 1',
  ]);
});

test('conditions hold by the number of the call, and all parts must hold', () => {
  const { trace } = run(
    schedule({
      horizon: 7,
      functions: {
        tick: [
          { ...log('second'), when: { call: 2 } },
          { ...log('from 5'), when: { fromCall: 5 } },
          { ...log('until 1'), when: { untilCall: 1 } },
          { ...log('every 3'), when: { everyCall: 3 } },
          { ...log('even, from 4 to 6'), when: { everyCall: 2, fromCall: 4, untilCall: 6 } },
        ],
      },
      nodes: [{ id: 'l', kind: 'loopingCall', interval: 1, call: 'tick' }],
    }),
  );
  expect(output(trace)).toEqual([
    '0.000 l until 1',
    '1.000 l second',
    '2.000 l every 3',
    '3.000 l even, from 4 to 6',
    '4.000 l from 5',
    '5.000 l from 5',
    '5.000 l every 3',
    '5.000 l even, from 4 to 6',
    '6.000 l from 5',
    '7.000 l from 5',
  ]);
});

test('a loop with interval 0 stops at the budget of one instant, with the node at fault named', () => {
  const { trace, end } = run(
    schedule({
      functions: { spin: [], fast: [] },
      nodes: [
        { id: 'calm', kind: 'loopingCall', interval: 1, call: 'spin' },
        { id: 'zeno', kind: 'loopingCall', interval: 0, call: 'fast' },
      ],
    }),
    { instant: 1000 },
  );
  // A pass of this loop has six events, and none is cut short.
  expect([trace.length, end]).toEqual([
    1005,
    {
      why: 'limit',
      time: 0,
      unhandled: [],
      limit: { what: 'instant', count: 1000, canRaise: true, nodes: [1] },
    },
  ]);
});

test('functions that call each other without end raise RecursionError, as in Python', () => {
  const { end } = run(
    schedule({
      functions: {
        again: [
          { do: 'start', node: 'd' },
          { do: 'fire', node: 'd', value: 1 },
        ],
      },
      nodes: [
        { id: 'd', kind: 'deferred', starts: 'never', chain: [{ callback: 'again' }] },
        { id: 'go', kind: 'callLater', delay: 1, call: 'again' },
      ],
    }),
  );
  const message = 'maximum recursion depth exceeded';
  expect([end.why, end.unhandled.at(-1)?.error]).toEqual([
    'idle',
    { is: 'failure', type: 'RecursionError', message },
  ]);
});

test('a run in slices, and one that is extended, gives the trace of a run in one go', () => {
  const document = schedule({
    horizon: 50,
    functions: { tick: [log('{call}')] },
    nodes: [{ id: 'l', kind: 'loopingCall', interval: 0.7, call: 'tick' }],
  });
  const whole = lines(run(document).trace);
  const sliced = createSimulation(compile({ ...document, horizon: 20 }));
  const ends: (string | null)[] = [];
  let count = 0;
  for (const horizon of [20, 50]) {
    sliced.extend(horizon);
    let end = sliced.run(7);
    while (end === null) {
      for (const batch of sliced.takeBatches()) count += batch.count;
      end = sliced.run(7);
    }
    ends.push(`${end.why} ${end.time}`);
  }
  for (const batch of sliced.takeBatches()) count += batch.count;
  expect([ends, count]).toEqual([['horizon 20', 'horizon 50'], whole.length]);
});

import { expect, test } from 'vitest';

import { compile } from '#program/compile.ts';
import { DEFAULT_LIMITS, MOST, raised, startingLimits } from '#simulator/limits.ts';
import { createSimulation, type Simulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import type { Schedule } from '#schedule/schema.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';

import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const MB = 2 ** 20;

/** A loop that ticks once a second, and a function that it calls. */
const ticking = (...steps: readonly object[]): Schedule =>
  schedule({
    horizon: 1e9,
    functions: { tick: steps },
    nodes: [
      { id: 'calm', kind: 'loopingCall', interval: 1000, call: 'tick' },
      { id: 'busy', kind: 'loopingCall', interval: 1, call: 'tick' },
      { id: 'later', kind: 'callLater', starts: 'never', delay: 1e6, call: 'tick' },
      { id: 'store', kind: 'queue' },
    ],
  });

/** Takes all that a simulation has to give. */
function take(simulation: Simulation, trace: Trace): void {
  for (const batch of simulation.takeBatches()) {
    trace.append(batch);
  }
}

test('the budgets of a run are a million events, 100,000 at an instant, a million pending calls and 512 MB', () => {
  const { events, instant, pending, memory } = DEFAULT_LIMITS;
  expect([events, instant, pending, memory / MB]).toEqual([1e6, 1e5, 1e6, 512]);
});

test('a budget is raised tenfold, by itself, to ten million events and 2 GB at most', () => {
  const more = raised(DEFAULT_LIMITS, 'events');
  expect([
    more,
    raised(more, 'events'),
    raised(DEFAULT_LIMITS, 'memory').memory / MB,
    [MOST.events, MOST.instant, MOST.pending],
  ]).toEqual([{ ...DEFAULT_LIMITS, events: 1e7 }, more, 2048, [1e7, 1e7, 1e7]]);
});

test('the budget of an instant grows with the schedule: 50,000 nodes may start at once', () => {
  const many = schedule({
    horizon: 1,
    nodes: Array.from({ length: 50_000 }, (_, index) => ({
      id: `n${index}`,
      kind: 'deferLater',
      delay: 10,
      chain: [],
    })),
  });
  const { trace, end } = run(many);
  expect([end.why, trace.length > 100_000, startingLimits(10).instant]).toEqual([
    'horizon',
    true,
    100_000,
  ]);
}, 60_000);

test('a million events pause the run at the end of a pass, with the node at fault, and it goes on', () => {
  const program = compile(ticking());
  const simulation = createSimulation(program);
  const end = simulation.run(Infinity);
  const { length } = simulation;
  const live = simulation.setLimits(raised(DEFAULT_LIMITS, 'events'));
  simulation.run(1000);
  expect([
    end?.why,
    end?.limit,
    length >= 1e6 && length < 1e6 + 20,
    live,
    simulation.length - length >= 1000,
  ]).toEqual([
    'limit',
    { what: 'events', count: 1e6, canRaise: true, nodes: [1] },
    true,
    true,
    true,
  ]);
}, 60_000);

test('a run that goes on from its budgets has the events of one that never stopped', () => {
  const document = { ...ticking({ do: 'log', text: '{call}' }), horizon: 300 };
  const program = compile(document);
  const simulation = createSimulation(program, { events: 100 });
  const trace = createTrace(traceHeaderOf(program));
  let pauses = 0;
  for (let events = 200; simulation.run(Infinity)?.why === 'limit'; events += 100) {
    pauses += 1;
    simulation.setLimits({ ...DEFAULT_LIMITS, events });
  }
  take(simulation, trace);
  expect([pauses > 5, lines(trace)]).toEqual([true, lines(run(document).trace)]);
});

test('a pass without an end is cut short, and such a run cannot go on', () => {
  // Each call makes two more: a pass of 2 to the power of the depth of the stack.
  const twice = [
    { do: 'start', node: 'd' },
    { do: 'fire', node: 'd', value: 1 },
  ];
  const endless = schedule({
    functions: { again: [...twice, ...twice] },
    nodes: [
      { id: 'd', kind: 'deferred', starts: 'never', chain: [{ callback: 'again' }] },
      { id: 'go', kind: 'callLater', delay: 1, call: 'again' },
    ],
  });
  const simulation = createSimulation(compile(endless), { events: 1000 });
  const end = simulation.run(Infinity);
  expect([
    end?.why,
    end?.limit?.what,
    simulation.length,
    simulation.setLimits(DEFAULT_LIMITS),
  ]).toEqual(['limit', 'events', 1100, false]);
});

test('too many pending calls pause the run, and those that are cancelled count no more', () => {
  const starting = ticking({ do: 'start', node: 'later' });
  const cancelling = ticking({ do: 'start', node: 'later' }, { do: 'cancel', node: 'later' });
  const ends = [starting, cancelling].map((document) =>
    createSimulation(compile({ ...document, horizon: 2000 }), { pending: 500 }).run(Infinity),
  );
  expect(ends.map((end) => [end?.why, end?.limit?.what, end?.time])).toEqual([
    // Two loops and the calls of ticks at 0, 0 and 1 to 498 seconds.
    ['limit', 'pending', 497],
    ['horizon', undefined, 2000],
  ]);
});

test('memory is counted by events, by the texts of values, by what is pending and by what is queued', () => {
  const documents = {
    events: ticking(),
    texts: ticking({ do: 'log', text: `${'x'.repeat(100_000)}{call}` }),
    calls: ticking({ do: 'start', node: 'later' }),
    queued: ticking({ do: 'put', node: 'store', value: 1 }),
  };
  const events = Object.values(documents).map((document) => {
    const simulation = createSimulation(compile(document), { memory: 2 * MB });
    const end = simulation.run(Infinity);
    return [end?.limit?.what, simulation.length] as const;
  });
  const [plain = 0, texts = 0, calls = 0, queued = 0] = events.map(([, length]) => length);
  expect([
    events.map(([what]) => what),
    plain > 80_000 && plain < 90_000,
    texts < 500,
    calls < plain / 2,
    queued < plain,
  ]).toEqual([['memory', 'memory', 'memory', 'memory'], true, true, true, true]);
});

import { compile } from '#program/compile.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';

import { schedule } from '../../support/schedules.ts';
import { random } from '../random.ts';

/** Groups of nodes, and the nodes of each. */
const GROUPS = 99;

/**
 * The first `events` events of a service of 1 000 nodes of all kinds that are started again and
 * again: loops that start jobs, guarded calls, gets, tasks, coroutines and chains of Deferreds.
 */
export function serviceTrace(events: number): Trace {
  const next = random(9);
  const groups = Array.from({ length: GROUPS }, (_, group) => groupOf(group, 5 + next() * 55));
  const document = schedule({
    horizon: 1e6,
    functions: Object.assign({}, ...groups.map(({ functions }) => functions)) as Record<
      string,
      readonly object[]
    >,
    nodes: [
      ...Array.from({ length: 6 }, (_, index) => ({
        id: `limit${index}`,
        kind: 'semaphore',
        tokens: 2 + index,
      })),
      ...Array.from({ length: 4 }, (_, index) => ({ id: `line${index}`, kind: 'queue' })),
      ...groups.flatMap(({ nodes }) => nodes),
    ],
  });
  const program = compile(document);
  const simulation = createSimulation(program, { events, instant: events });
  const trace = createTrace(traceHeaderOf(program));
  for (let isOver = false; !isOver;) {
    isOver = simulation.run(10_000) !== null;
    for (const batch of simulation.takeBatches()) trace.append(batch);
  }
  if (trace.length < events) throw new Error(`The service has only ${trace.length} events.`);
  return trace;
}

interface Group {
  readonly functions: Readonly<Record<string, readonly object[]>>;
  readonly nodes: readonly object[];
}

function groupOf(group: number, interval: number): Group {
  const id = (name: string): string => `${name}${group}`;
  const start = (name: string): object => ({ do: 'start', node: id(name) });
  const started = ['fetch', 'guarded', 'job', 'get', 'talk', 'alarm'];
  return {
    functions: {
      [id('tick')]: [
        ...started.map(start),
        { do: 'put', node: `line${group % 4}`, value: group },
        { ...start('task'), when: { everyCall: 5 } },
      ],
      [id('count')]: [{ do: 'log', text: `count of ${group}` }],
      [id('load')]: [
        { do: 'return', value: group },
        { do: 'raise', error: { type: 'ValueError', message: 'x' }, when: { everyCall: 7 } },
      ].toReversed(),
      [id('parse')]: [{ do: 'return', value: `row ${group}` }],
      [id('mend')]: [{ do: 'log', text: 'mended' }],
      [id('work')]: [{ do: 'block', for: 0.2 }],
      [id('hold')]: [{ do: 'returnDeferred', node: id('rest'), start: true }],
      [id('speak')]: [{ do: 'await', node: id('answer'), start: true }],
      [id('step')]: [],
    },
    nodes: [
      { id: id('loop'), kind: 'loopingCall', interval, call: id('tick') },
      { id: id('clock'), kind: 'loopingCall', interval: interval / 3, call: id('count') },
      {
        id: id('fetch'),
        kind: 'deferLater',
        starts: 'never',
        delay: interval * 1.5,
        call: id('load'),
        chain: [{ callback: id('parse') }, { timeout: interval * 2 }, { errback: id('mend') }],
      },
      {
        id: id('guarded'),
        kind: 'guarded',
        starts: 'never',
        semaphore: `limit${group % 6}`,
        call: id('hold'),
      },
      { id: id('rest'), kind: 'deferLater', starts: 'never', delay: 0.25 },
      { id: id('job'), kind: 'deferToThread', starts: 'never', call: id('work') },
      { id: id('get'), kind: 'queueGet', starts: 'never', queue: `line${group % 4}` },
      { id: id('talk'), kind: 'coroutine', starts: 'never', call: id('speak') },
      { id: id('answer'), kind: 'deferLater', starts: 'never', delay: 2 },
      { id: id('task'), kind: 'cooperate', starts: 'never', count: 4, call: id('step') },
      { id: id('alarm'), kind: 'callLater', starts: 'never', delay: 1, call: id('count') },
    ].slice(0, 11),
  };
}

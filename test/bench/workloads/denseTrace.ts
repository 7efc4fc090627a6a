import { compile } from '#program/compile.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';

import { schedule } from '../../support/schedules.ts';

/** Loops, and for each what it starts: as many lanes as a timeline of 600 pixels shows. */
const LOOPS = 6;

/**
 * The first `events` events of a program of few nodes: loops of odd intervals that block, are late
 * and skip ticks, and start calls whose chains fail now and then, and jobs of threads.
 */
export function denseTrace(events: number): Trace {
  const loops = Array.from({ length: LOOPS }, (_, loop) => loop);
  const document = schedule({
    horizon: 1e9,
    functions: {
      answer: [
        { do: 'raise', error: { type: 'ValueError', message: 'x' }, when: { chance: 0.01 } },
      ],
      parse: [],
      work: [{ do: 'block', for: { exponential: 0.2 } }],
      ...Object.fromEntries(
        loops.map((loop) => [
          `tick${loop}`,
          [
            { do: 'block', for: { exponential: 0.01 }, when: { everyCall: 5 } },
            { do: 'start', node: `fetch${loop}` },
            { do: 'start', node: `job${loop}`, when: { everyCall: 3 } },
          ],
        ]),
      ),
    },
    nodes: loops.flatMap((loop) => [
      {
        id: `loop${loop}`,
        kind: 'loopingCall',
        interval: 0.1 + loop * 0.0317,
        call: `tick${loop}`,
      },
      {
        id: `fetch${loop}`,
        kind: 'deferLater',
        starts: 'never',
        delay: { exponential: 0.2 },
        call: 'answer',
        chain: [{ callback: 'parse' }, ...(loop === 0 ? [] : [{ errback: 'parse' }])],
      },
      { id: `job${loop}`, kind: 'deferToThread', starts: 'never', call: 'work' },
    ]),
  });
  const program = compile(document);
  const simulation = createSimulation(program, { events, instant: events });
  const trace = createTrace(traceHeaderOf(program));
  for (let isOver = false; !isOver;) {
    isOver = simulation.run(100_000) !== null;
    for (const batch of simulation.takeBatches()) trace.append(batch);
  }
  return trace;
}

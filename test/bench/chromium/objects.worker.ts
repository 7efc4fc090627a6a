import type { Program } from '#program/program.ts';
import { createSimulation, type Simulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';

/** What the page says: begin, or that it has taken so many events. */
export type ObjectsWanted =
  | { readonly is: 'run'; readonly program: Program; readonly perMessage: number }
  | { readonly is: 'taken'; readonly events: number };

/** What the worker says. */
export type ObjectsSent =
  | { readonly is: 'events'; readonly events: readonly TraceEvent[] }
  | { readonly is: 'end' };

/** So many events are simulated at once, and so many may be on their way. */
const SLICE = 8192;
const MOST_AHEAD = 4 * SLICE;

let simulation: Simulation | null = null;
let trace: Trace | null = null;
let perMessage = 1;
let sent = 0;
let taken = 0;
let isOver = false;

/** Goes on until the page has enough on its way. */
function goOn(): void {
  if (simulation === null || trace === null) return;
  while (!isOver && sent - taken < MOST_AHEAD) {
    isOver = simulation.run(SLICE) !== null;
    for (const batch of simulation.takeBatches()) trace.append(batch);
    while (sent < trace.length) {
      const events: TraceEvent[] = [];
      const end = Math.min(sent + perMessage, trace.length);
      for (; sent < end; sent += 1) events.push(trace.eventAt(sent));
      postMessage({ is: 'events', events } satisfies ObjectsSent);
    }
    if (isOver) postMessage({ is: 'end' } satisfies ObjectsSent);
  }
}

addEventListener('message', ({ data }: MessageEvent<ObjectsWanted>) => {
  if (data.is === 'run') {
    simulation = createSimulation(data.program);
    trace = createTrace(traceHeaderOf(data.program));
    ({ perMessage } = data);
    sent = 0;
    taken = 0;
    isOver = false;
  } else taken += data.events;
  goOn();
});

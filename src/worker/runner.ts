import type { Milliseconds } from '#base/units.ts';
import { createSimulation, type Simulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';

import type { FromWorker, ToWorker } from './protocol.ts';

/** What the runner needs of the thread that it is in. */
export interface RunnerHost {
  /** Sends a message; the buffers of `batch` may be moved out. */
  post(message: FromWorker, batch?: TraceBatch): void;
  /** Calls `f` soon, after the messages that have come meanwhile. */
  soon(f: () => void): void;
  /** A clock for the length of slices. */
  now(): Milliseconds;
}

/** How long a slice may take: a message waits for no longer than that. */
const SLICE: Milliseconds = 8;

/** How many events are simulated between two looks at the clock. */
const SLICE_EVENTS = 2000;

/** The first slice is short, so that an edit is seen at once. */
const FIRST_EVENTS = 300;

/** How many batches may be on their way to a page that has not taken them. */
const MAX_AHEAD = 4;

/** Simulates in slices what the newest message asks for. The work of the worker, without a worker. */
export function createRunner(host: RunnerHost): (message: ToWorker) => void {
  let simulation: Simulation | null = null;
  let run = 0;
  let ahead = 0;
  let isScheduled = false;
  let hasEnded = false;

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    host.soon(() => {
      isScheduled = false;
      slice(SLICE_EVENTS);
    });
  };
  const slice = (events: number): void => {
    if (simulation === null || hasEnded || ahead >= MAX_AHEAD) return;
    const stopAt = host.now() + SLICE;
    try {
      let end = simulation.run(events);
      while (end === null && host.now() < stopAt) end = simulation.run(events);
      for (const batch of simulation.takeBatches()) {
        ahead += 1;
        host.post({ type: 'batch', run, time: simulation.time, batch }, batch);
      }
      hasEnded = end !== null;
      if (end !== null) host.post({ type: 'ended', run, end });
      else schedule();
    } catch (thrown) {
      simulation = null;
      host.post({ type: 'broken', run, message: String(thrown) });
    }
  };

  return (message) => {
    switch (message.type) {
      case 'ping':
        host.post({ type: 'pong', id: message.id });
        return;
      case 'simulate':
        simulation = createSimulation(message.program, message.limits);
        run = message.run;
        ahead = 0;
        hasEnded = false;
        host.post({ type: 'began', run, header: traceHeaderOf(message.program) });
        slice(FIRST_EVENTS);
        return;
      case 'extend':
        if (message.run !== run || simulation === null) return;
        simulation.extend(message.horizon);
        hasEnded = false;
        slice(FIRST_EVENTS);
        return;
      case 'taken':
        if (message.run !== run) return;
        ahead -= message.batches;
        schedule();
        break;
    }
  };
}

import type { Milliseconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import { createSimulation, type Simulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';

import type { FromWorker, ToWorker, Wish } from './protocol.ts';

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

/** How many messages may be on their way to a page that has not taken them. */
export const MAX_AHEAD = 4;

/** A run as the runner does it. */
interface Run {
  readonly number: number;
  readonly program: Program;
  wish: Wish;
  simulation: Simulation;
  /** How many events the page has: what comes before is simulated, but not sent. */
  known: number;
  /** How many messages it has sent, and how many of them the page has taken. */
  sent: number;
  taken: number;
  batchEvents: number;
  /** How many events the next look at the clock comes after. */
  stride: number;
  /** How it stands, once there is no more to do; what is simulated may still have to be sent. */
  end: RunEnd | null;
  /** Whether the page was told so. */
  isOver: boolean;
}

/** Simulates in slices what the newest message asks for. The work of the worker, without a worker. */
export function createRunner(host: RunnerHost): (message: ToWorker) => void {
  let run: Run | null = null;
  let isScheduled = false;

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    host.soon(() => {
      isScheduled = false;
      if (run !== null) turn(run);
    });
  };
  /** Simulates a little, and sends what came of it. What cannot be sent yet waits for the page. */
  const turn = (current: Run): void => {
    try {
      for (let more = true; more;) {
        if (current.isOver || current.sent - current.taken >= MAX_AHEAD) return;
        const batch = nextBatch(current.simulation) ?? simulate(current, host);
        if (batch !== null) sendBatch(current, batch);
        else if (current.end !== null) sendEnd(current, current.end);
        // There is nothing to wait for where only the end is to be told.
        more = current.end !== null;
      }
    } catch (thrown) {
      run = null;
      const { number, sent } = current;
      host.post({ type: 'broken', run: number, number: sent, message: String(thrown) });
      return;
    }
    schedule();
  };
  const sendBatch = (current: Run, batch: TraceBatch): void => {
    if (batch.first + batch.count <= current.known) return;
    current.known = batch.first + batch.count;
    const { number, sent, simulation } = current;
    current.sent += 1;
    host.post({ type: 'batch', run: number, number: sent, time: simulation.time, batch }, batch);
  };
  const sendEnd = (current: Run, end: RunEnd): void => {
    const { number, sent, wish } = current;
    current.isOver = true;
    current.sent += 1;
    host.post({ type: 'ended', run: number, number: sent, end, wish: wish.number });
  };

  return (message) => {
    if (message.type === 'simulate' && message.run > (run?.number ?? 0)) {
      run = newRun(message);
      host.post({
        type: 'began',
        run: run.number,
        number: 0,
        header: traceHeaderOf(message.program),
      });
      turn(run);
    }
    if (message.type === 'ping') {
      host.post({ type: 'pong', run: run?.number ?? 0, sent: run?.sent ?? 0 });
    }
    if (run === null || message.run !== run.number) return;
    run.taken = Math.max(run.taken, message.taken);
    run.batchEvents = message.batchEvents;
    if (message.wish.number > run.wish.number) follow(run, message.wish);
    schedule();
  };
}

function newRun({
  run,
  program,
  from,
  taken,
  batchEvents,
  wish,
}: ToWorker & { type: 'simulate' }): Run {
  const simulation = createSimulation(program, wish.limits);
  simulation.extend(wish.horizon);
  return {
    number: run,
    program,
    wish,
    simulation,
    known: from,
    sent: 1,
    taken,
    batchEvents,
    stride: FIRST_EVENTS,
    end: null,
    isOver: false,
  };
}

/** Lets a run go as far as is wished now: from its live state, or else from its beginning again. */
function follow(run: Run, wish: Wish): void {
  run.wish = wish;
  run.end = null;
  run.isOver = false;
  run.stride = FIRST_EVENTS;
  if (!run.simulation.setLimits(wish.limits)) {
    run.simulation = createSimulation(run.program, wish.limits);
  }
  run.simulation.extend(wish.horizon);
}

/** Simulates for a slice, and gives what came of it; null where nothing did. */
function simulate(run: Run, host: RunnerHost): TraceBatch | null {
  const { simulation, wish } = run;
  const stopAt = host.now() + SLICE;
  const most = simulation.length + run.batchEvents;
  while (run.end === null) {
    const events = Math.min(run.stride, Math.max(1, most - simulation.length));
    // What the page has is simulated first, also where it is to stop: a run that is done again.
    const isHere = wish.halted && simulation.length >= run.known;
    run.end = simulation.run(isHere ? 0 : events) ?? (isHere ? simulation.halted() : null);
    // The first slice is short.
    const wasFirst = run.stride === FIRST_EVENTS;
    run.stride = SLICE_EVENTS;
    if (wasFirst || simulation.length >= most || host.now() >= stopAt) break;
  }
  return nextBatch(simulation);
}

function nextBatch(simulation: Simulation): TraceBatch | null {
  for (const batch of simulation.takeBatches()) return batch;
  return null;
}

import type { Milliseconds, Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import { DEFAULT_LIMITS, raised, type RunLimits } from '#simulator/limits.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker as the client needs it: a `Worker`, or something in a test that acts like one. */
export interface SimulatorThread {
  post(message: ToWorker): void;
  terminate(): void;
}

/**
 * Starts a simulator's thread. `receive` gets what it says; `died` is called when it fails. After
 * `terminate` neither is called.
 */
export type SpawnThread = (
  receive: (message: FromWorker) => void,
  died: (reason: string) => void,
) => SimulatorThread;

/** What the client tells of the newest run. */
export interface SimulatorEvents {
  /** A new run has begun: its events are of the program that the header tells of. */
  began(header: TraceHeader): void;
  /** Events came. They may begin before the last one that was told: a run that was done again. */
  batch(batch: TraceBatch, time: Seconds): void;
  ended(end: RunEnd): void;
  /** The run cannot be done: the simulator failed again and again. */
  broken(message: string): void;
  /** The worker has died; another one does the run again. */
  restarted(): void;
}

/** Where the client gets a worker, and its sense of time. */
export interface ClientHost {
  readonly spawn: SpawnThread;
  /** Calls `f` again and again; gives what ends that. */
  every(period: Milliseconds, f: () => void): () => void;
}

/** The page's end of the simulator's thread. */
export interface SimulatorClient {
  /** Abandons what is being done and simulates a program from its beginning. */
  simulate(program: Program): void;
  /** Lets the run go on to a later horizon, from where it is. */
  extend(horizon: Seconds): void;
  /** Does a run that has used up a budget again, with ten times as much. */
  runOn(): void;
  dispose(): void;
}

const PING_EVERY: Milliseconds = 1000;

/** A worker that leaves so many pings without an answer is dead: it answers in the middle of a run. */
const MAX_UNANSWERED = 4;

/** How often one run is begun anew before it is given up. */
const MAX_RESTARTS = 3;

/** A client whose worker is started at the first run, and again whenever it dies. */
export function createSimulatorClient(host: ClientHost, events: SimulatorEvents): SimulatorClient {
  let thread: SimulatorThread | null = null;
  let run = 0;
  let program: Program | null = null;
  let limits: RunLimits = DEFAULT_LIMITS;
  /** Whether the newest run was told of: one that is done again is not told of twice. */
  let hasBegun = false;
  let isRunning = false;
  let restarts = 0;
  let unanswered = 0;

  const receive = (message: FromWorker): void => {
    unanswered = 0;
    if (message.type === 'pong' || message.run !== run) return;
    switch (message.type) {
      case 'began':
        if (!hasBegun) events.began(message.header);
        hasBegun = true;
        return;
      case 'batch':
        events.batch(message.batch, message.time);
        thread?.post({ type: 'taken', run, batches: 1 });
        return;
      case 'ended':
        isRunning = false;
        restarts = 0;
        events.ended(message.end);
        return;
      case 'broken':
        isRunning = false;
        events.broken(message.message);
        break;
    }
  };
  const open = (): SimulatorThread => {
    unanswered = 0;
    return host.spawn(receive, restart);
  };
  const close = (): void => {
    thread?.terminate();
    thread = null;
  };
  const begin = (): void => {
    if (program === null) return;
    thread ??= open();
    isRunning = true;
    thread.post({ type: 'simulate', run, program, limits });
  };
  function restart(reason: string): void {
    close();
    if (!isRunning) return;
    restarts += 1;
    if (restarts > MAX_RESTARTS) {
      isRunning = false;
      restarts = 0;
      events.broken(reason);
      return;
    }
    events.restarted();
    begin();
  }
  const stopWatching = host.every(PING_EVERY, () => {
    if (!isRunning || thread === null) return;
    if (unanswered >= MAX_UNANSWERED) {
      restart('The simulator does not answer.');
      return;
    }
    unanswered += 1;
    thread.post({ type: 'ping', id: unanswered });
  });

  return {
    simulate(next) {
      run += 1;
      program = next;
      limits = DEFAULT_LIMITS;
      restarts = 0;
      hasBegun = false;
      begin();
    },
    extend(horizon) {
      if (program === null) return;
      program = { ...program, horizon };
      isRunning = true;
      if (thread === null) begin();
      else thread.post({ type: 'extend', run, horizon });
    },
    runOn() {
      const next = raised(limits);
      if (next.events === limits.events && next.instant === limits.instant) return;
      limits = next;
      begin();
    },
    dispose() {
      stopWatching();
      close();
    },
  };
}

import type { Milliseconds, Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import { raised, startingLimits } from '#simulator/limits.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

import { createBatchSize } from './batchSize.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { FromWorker, PageState, RunMessage, ToWorker, Wish } from './protocol.ts';

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
  /** A clock that only grows. */
  now(): Milliseconds;
}

/** The page's end of the simulator's thread. */
export interface SimulatorClient {
  /** Abandons what is being done and simulates a program from its beginning up to a horizon. */
  simulate(program: Program, horizon: Seconds): void;
  /** Lets the run go on to a later horizon, from where it is. */
  extend(horizon: Seconds): void;
  /** Stops the run where it is: it ends as `halted`. */
  halt(): void;
  /** Lets a run that was halted go on, and one that has used up a budget with ten times as much. */
  goOn(): void;
  dispose(): void;
}

const PING_EVERY: Milliseconds = 1000;

/** A worker that leaves so many pings without an answer is dead: it answers in the middle of a run. */
const MAX_UNANSWERED = 4;

/** How often a run is begun anew without coming further before it is given up. */
const MAX_RESTARTS = 3;

/** A client whose worker is started at the first run, and again whenever it dies. */
export function createSimulatorClient(host: ClientHost, events: SimulatorEvents): SimulatorClient {
  let thread: SimulatorThread | null = null;
  let program: Program | null = null;
  let wish: Wish = { number: 0, horizon: 0, limits: startingLimits(0), halted: false };
  /** The number of the run: one that is done again gets another. */
  let run = 0;
  let inbox: Inbox = createInbox(run, take);
  /** Whether the newest run was told of: one that is done again is not told of twice. */
  let hasBegun = false;
  /** How many events of it were told. */
  let known = 0;
  let isRunning = false;
  let lastEnd: RunEnd | null = null;
  let restarts = 0;
  let knownAtRestart = 0;
  let unanswered = 0;
  const batchSize = createBatchSize();

  function take(message: RunMessage): void {
    switch (message.type) {
      case 'began':
        if (!hasBegun) events.began(message.header);
        hasBegun = true;
        return;
      case 'batch':
        takeBatch(message.batch, message.time);
        return;
      case 'ended':
        // It has not heard yet that it is to go on.
        if (message.wish < wish.number) return;
        isRunning = false;
        lastEnd = message.end;
        events.ended(message.end);
        return;
      case 'broken':
        isRunning = false;
        events.broken(message.message);
        break;
    }
  }
  const takeBatch = (batch: TraceBatch, time: Seconds): void => {
    known = Math.max(known, batch.first + batch.count);
    const { count } = batch;
    const before = host.now();
    events.batch(batch, time);
    // What it changes is rendered before this comes to its turn.
    queueMicrotask(() => batchSize.took(count, host.now() - before));
  };
  const state = (): PageState => ({
    run,
    taken: inbox.taken,
    batchEvents: batchSize.events,
    wish,
  });
  const post = (type: 'page' | 'ping'): void => {
    thread?.post({ type, ...state() });
  };
  const receive = (message: FromWorker): void => {
    unanswered = 0;
    if (message.type === 'pong') {
      if (isRunning && inbox.misses(message)) begin();
      return;
    }
    const { taken } = inbox;
    const mine = run;
    inbox.receive(message);
    if (run === mine && inbox.taken > taken) post('page');
  };
  const open = (): SimulatorThread => {
    unanswered = 0;
    return host.spawn(receive, restart);
  };
  const close = (): void => {
    thread?.terminate();
    thread = null;
  };
  /** Begins the run, or does it again behind what is known of it. */
  const begin = (): void => {
    if (program === null) return;
    run += 1;
    const mine = run;
    inbox = createInbox(run, (message) => {
      // Whoever was told of the one before may have begun another run.
      if (run === mine) take(message);
    });
    isRunning = true;
    thread ??= open();
    thread.post({ type: 'simulate', ...state(), program, from: known });
  };
  function restart(reason: string): void {
    close();
    if (!isRunning) return;
    restarts = known > knownAtRestart ? 1 : restarts + 1;
    knownAtRestart = known;
    if (restarts > MAX_RESTARTS) {
      isRunning = false;
      restarts = 0;
      events.broken(reason);
      return;
    }
    events.restarted();
    begin();
  }
  const want = (change: Partial<Wish>): void => {
    wish = { ...wish, ...change, number: wish.number + 1 };
    isRunning = true;
    if (thread === null) begin();
    else post('page');
  };
  const stopWatching = host.every(PING_EVERY, () => {
    if (!isRunning || thread === null) return;
    if (unanswered >= MAX_UNANSWERED) {
      restart('The simulator does not answer.');
      return;
    }
    unanswered += 1;
    post('ping');
  });

  return {
    simulate(next, horizon) {
      program = next;
      wish = { number: 0, horizon, limits: startingLimits(next.nodes.length), halted: false };
      hasBegun = false;
      known = 0;
      knownAtRestart = 0;
      restarts = 0;
      lastEnd = null;
      begin();
    },
    extend(horizon) {
      if (program !== null && horizon > wish.horizon) want({ horizon });
    },
    halt() {
      if (isRunning) want({ halted: true });
    },
    goOn() {
      if (lastEnd === null || isRunning) return;
      const { limit } = lastEnd;
      const limits = limit === null ? wish.limits : raised(wish.limits, limit.what);
      want({ halted: false, limits });
    },
    dispose() {
      stopWatching();
      close();
    },
  };
}

import type { Program } from '#program/program.ts';
import { EMPTY_HEADER } from '#trace/traceHeader.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import { createSimulatorClient, type SimulatorClient, type SpawnThread } from '#worker/client.ts';
import type { FromWorker, ToWorker } from '#worker/protocol.ts';
import { createRunner } from '#worker/runner.ts';

/** What happens to a message on its way. */
export type Fate = 'arrives' | 'lost' | 'doubled' | 'late';

/** A page and its simulator in one thread, whose messages wait until they are told to arrive. */
export interface FakeSeam {
  readonly client: SimulatorClient;
  /** What the page has of the newest run. */
  trace(): Trace;
  /** What the client told, besides batches. */
  readonly heard: string[];
  /** How the newest run ended; null while it has not. */
  end(): RunEnd | null;
  /** Lets one thing happen: a message arrives, or the worker goes on. False where nothing waits. */
  step(): boolean;
  /** The page's watchdog looks once. */
  tick(): void;
  /** Steps until something holds, as a rule that the run has ended; a tick whenever nothing else happens. @throws Error after too many. */
  finish(holds?: () => boolean): void;
  /** The worker dies. */
  kill(): void;
  /** How many batches at most were on their way, or waited for another one, at one time. */
  mostWaiting(): number;
  /** How many events were simulated, by all workers together. */
  posted(): number;
}

interface Queued {
  readonly to: 'page' | 'worker';
  readonly act: () => void;
}

const MOST_STEPS = 20_000;

/** A seam on which `fate` decides what happens to each message, and `pick` which one comes next. */
export function fakeSeam(
  fate: (message: ToWorker | FromWorker) => Fate = () => 'arrives',
): FakeSeam {
  const queue: Queued[] = [];
  const late: Queued[] = [];
  const heard: string[] = [];
  let trace = createTrace(EMPTY_HEADER);
  let end: RunEnd | null = null;
  let tick = (): void => {};
  let kill = (): void => {};
  let clock = 0;
  let most = 0;
  let posted = 0;

  const send = (message: ToWorker | FromWorker, to: Queued['to'], deliver: () => void): void => {
    const queued = { to, act: deliver };
    switch (fate(message)) {
      case 'lost':
        return;
      case 'doubled':
        queue.push(queued, queued);
        break;
      case 'late':
        late.push(queued);
        break;
      case 'arrives':
        queue.push(queued);
    }
  };
  const spawn: SpawnThread = (receive, died) => {
    let isOver = false;
    const alive = (f: () => void) => (): void => {
      if (!isOver) f();
    };
    const run = createRunner({
      post(message) {
        const copy = structuredClone(message);
        if (message.type === 'batch') posted += message.batch.count;
        send(
          message,
          'page',
          alive(() => receive(structuredClone(copy))),
        );
      },
      soon: (f) => queue.push({ to: 'worker', act: alive(f) }),
      // Time passes whenever somebody looks: a slice is a few thousand events.
      now: () => (clock += 4),
    });
    kill = () => {
      isOver = true;
      died('killed');
    };
    return {
      post(message) {
        const copy = structuredClone(message);
        send(
          message,
          'worker',
          alive(() => run(copy)),
        );
      },
      terminate() {
        isOver = true;
      },
    };
  };
  const client = createSimulatorClient(
    {
      spawn,
      every(_, f) {
        tick = f;
        return () => {};
      },
      now: () => clock,
    },
    {
      began(header) {
        trace = createTrace(header);
        end = null;
        heard.push('began');
      },
      batch(batch) {
        trace.append(batch);
        // It is slow to show them, so that it wants small ones.
        clock += 20;
      },
      ended(how) {
        end = how;
        heard.push(`ended: ${how.why}`);
      },
      broken: (message) => heard.push(`broken: ${message}`),
      restarted: () => heard.push('restarted'),
    },
  );
  const step = (): boolean => {
    most = Math.max(most, queue.filter(({ to }) => to === 'page').length);
    const next = queue.shift();
    // What is late comes when two others have overtaken it.
    if (late.length > 2 || (next === undefined && late.length > 0)) {
      const overtaken = late.shift();
      if (overtaken !== undefined) queue.push(overtaken);
    }
    next?.act();
    return next !== undefined || queue.length > 0;
  };

  return {
    client,
    heard,
    trace: () => trace,
    end: () => end,
    step,
    tick: () => tick(),
    finish(holds = () => end !== null) {
      for (let steps = 0; !holds(); steps += 1) {
        if (steps > MOST_STEPS) throw new Error(`No end in sight: ${heard.slice(-5).join(', ')}`);
        if (heard.at(-1)?.startsWith('broken') === true) throw new Error(heard.at(-1));
        if (!step()) tick();
      }
    },
    kill: () => kill(),
    mostWaiting: () => most,
    posted: () => posted,
  };
}

/** Begins a run of a program up to its horizon. */
export function simulate({ client }: FakeSeam, program: Program): void {
  client.simulate(program, program.horizon);
}

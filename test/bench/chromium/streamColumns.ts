import { EMPTY_HEADER } from '#trace/traceHeader.ts';
import { indexOf } from '#trace/traceIndex.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import { createSimulatorClient, type SimulatorClient } from '#worker/client.ts';

import { PAGE_WORKER_HOST } from '../../support/pageWorkerHost.ts';
import type { Done } from '../workload.ts';
import type { PageTask } from './pageTask.ts';
import { streamedLoops } from './streamedLoops.ts';

/** The way of the app: its client, its worker, a trace on the page, and the index of that. */
export const streamColumns: PageTask = { run: (scale) => run(scale, true) };

/** The same without the index. */
export const keepColumns: PageTask = { run: (scale) => run(scale, false) };

/** As in the app, one worker does run after run. */
let client: SimulatorClient | null = null;
let trace: Trace = createTrace(EMPTY_HEADER);
let isIndexed = true;
let ended = (): void => {};
let failed: (why: string) => void = () => {};

function run(scale: number, indexed: boolean): Promise<Done> {
  const program = streamedLoops(scale);
  isIndexed = indexed;
  client ??= openClient();
  return new Promise((resolve, reject) => {
    ended = () => {
      const done = { operations: trace.length, kept: trace };
      trace = createTrace(EMPTY_HEADER);
      resolve(done);
    };
    failed = (why) => reject(new Error(why));
    client?.simulate(program, program.horizon);
  });
}

function openClient(): SimulatorClient {
  return createSimulatorClient(PAGE_WORKER_HOST, {
    began: (header) => {
      trace = createTrace(header);
    },
    batch(batch) {
      trace.append(batch);
      // The index follows the trace when it is asked.
      if (isIndexed) indexOf(trace).ofKind('ticked');
    },
    ended: () => ended(),
    broken: (message) => failed(message),
    restarted: () => failed('The worker has died.'),
  });
}

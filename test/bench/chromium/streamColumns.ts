import { EMPTY_HEADER } from '#trace/traceHeader.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import { createSimulatorClient, type SimulatorClient } from '#worker/client.ts';
import { spawnWorker } from '#worker/spawnWorker.ts';

import type { Done } from '../workload.ts';
import { createCountedEvents, type CountedEvents } from './countedEvents.ts';
import type { PageTask } from './pageTask.ts';
import { streamedLoops } from './streamedLoops.ts';

/** The way of the app: its client, its worker, and a trace on the page. */
export const streamColumns: PageTask = { run };

/** As in the app, one worker does run after run. */
let client: SimulatorClient | null = null;
let trace: Trace = createTrace(EMPTY_HEADER);
let counted: CountedEvents = createCountedEvents(0);
let ended = (): void => {};
let failed: (why: string) => void = () => {};

function run(scale: number): Promise<Done> {
  const program = streamedLoops(scale);
  counted = createCountedEvents(program.nodes.length);
  client ??= openClient();
  return new Promise((resolve, reject) => {
    ended = () => {
      const done = { operations: counted.total, kept: trace };
      trace = createTrace(EMPTY_HEADER);
      resolve(done);
    };
    failed = (why) => reject(new Error(why));
    client?.simulate(program);
  });
}

function openClient(): SimulatorClient {
  return createSimulatorClient(
    {
      spawn: spawnWorker,
      every(period, f) {
        const timer = setInterval(f, period);
        return () => clearInterval(timer);
      },
    },
    {
      began: (header) => {
        trace = createTrace(header);
      },
      batch(batch) {
        trace.append(batch);
        for (let at = counted.total; at < trace.length; at += 1) {
          counted.add(trace.timeAt(at), trace.kindCodeAt(at), trace.nodeAt(at));
        }
      },
      ended: () => ended(),
      broken: (message) => failed(message),
      restarted: () => failed('The worker has died.'),
    },
  );
}

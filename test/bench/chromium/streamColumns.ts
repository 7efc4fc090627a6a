import { EMPTY_HEADER } from '#trace/traceHeader.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import { createSimulatorClient } from '#worker/client.ts';
import { spawnWorker } from '#worker/spawnWorker.ts';

import type { Done } from '../workload.ts';
import { createCountedEvents } from './countedEvents.ts';
import type { PageTask } from './pageTask.ts';
import { streamedLoops } from './streamedLoops.ts';

/** The way of the app: its client, its worker, and a trace on the page. */
export const streamColumns: PageTask = { run };

function run(scale: number): Promise<Done> {
  const program = streamedLoops(scale);
  const counted = createCountedEvents(program.nodes.length);
  let trace: Trace = createTrace(EMPTY_HEADER);
  return new Promise((resolve, reject) => {
    const client = createSimulatorClient(
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
        ended() {
          client.dispose();
          resolve({ operations: counted.total, kept: trace });
        },
        broken: (message) => reject(new Error(message)),
        restarted: () => reject(new Error('The worker has died.')),
      },
    );
    client.simulate(program);
  });
}

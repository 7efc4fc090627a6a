import { KINDS } from '#trace/eventKinds.ts';
import type { TraceEvent } from '#trace/readEvent.ts';

import type { Done } from '../workload.ts';
import { createCountedEvents } from './countedEvents.ts';
import type { ObjectsWanted, ObjectsSent } from './objects.worker.ts';
import type { PageTask } from './pageTask.ts';
import { streamedLoops } from './streamedLoops.ts';

const CODES: ReadonlyMap<string, number> = new Map(KINDS.map((kind, code) => [kind, code]));

/** The plain way: the worker posts events as objects, so many in a message. */
export function streamObjects(perMessage: number): PageTask {
  return {
    // Singly they are so slow that a tenth of them tells enough.
    run: (scale) => run(perMessage === 1 ? scale / 10 : scale, perMessage),
  };
}

function run(scale: number, perMessage: number): Promise<Done> {
  const program = streamedLoops(scale);
  const counted = createCountedEvents(program.nodes.length);
  const all: TraceEvent[] = [];
  const worker = new Worker(new URL('./objects.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.addEventListener('message', ({ data }: MessageEvent<ObjectsSent>) => {
      if (data.is === 'end') {
        worker.terminate();
        resolve({ operations: counted.total, kept: all });
        return;
      }
      for (const event of data.events) {
        all.push(event);
        counted.add(event.time, CODES.get(event.kind) ?? 0, event.node);
      }
      worker.postMessage({ is: 'taken', events: data.events.length } satisfies ObjectsWanted);
    });
    worker.postMessage({ is: 'run', program, perMessage } satisfies ObjectsWanted);
  });
}

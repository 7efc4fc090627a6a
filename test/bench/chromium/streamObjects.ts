import type { Done } from '../workload.ts';
import { createObjectIndex } from './objectIndex.ts';
import type { ObjectsWanted, ObjectsSent } from './objects.worker.ts';
import type { PageTask } from './pageTask.ts';
import { streamedLoops } from './streamedLoops.ts';

/** The plain way: a worker posts events as objects, so many in a message. */
export function streamObjects(perMessage: number): PageTask {
  let worker: Worker | null = null;
  return {
    run(scale) {
      worker ??= new Worker(new URL('./objects.worker.ts', import.meta.url), { type: 'module' });
      // Singly they are so slow that a tenth of them tells enough.
      return run(worker, perMessage === 1 ? scale / 10 : scale, perMessage);
    },
  };
}

function run(worker: Worker, scale: number, perMessage: number): Promise<Done> {
  const program = streamedLoops(scale);
  const index = createObjectIndex();
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    const receive = ({ data }: MessageEvent<ObjectsSent>): void => {
      if (data.is === 'end') {
        worker.removeEventListener('message', receive);
        resolve({ operations: index.length, kept: index });
        return;
      }
      for (const event of data.events) index.add(event);
      worker.postMessage({ is: 'taken', events: data.events.length } satisfies ObjectsWanted);
    };
    worker.addEventListener('message', receive);
    worker.postMessage({ is: 'run', program, perMessage } satisfies ObjectsWanted);
  });
}

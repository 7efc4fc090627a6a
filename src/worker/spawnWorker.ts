import type { FromWorker } from './protocol.ts';
import type { SpawnThread } from './client.ts';

/**
 * Starts the simulator's thread.
 *
 * @throws SecurityError where the page may start no workers.
 */
export const spawnWorker: SpawnThread = (receive, died) => {
  // Written out like this, the bundler finds the worker's own module.
  const worker = new Worker(new URL('./simulator.worker.ts', import.meta.url), { type: 'module' });
  let isOver = false;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (!isOver) receive(data);
  });
  worker.addEventListener('error', ({ message }) => {
    if (!isOver) died(message || 'The simulator could not be started.');
  });
  return {
    post: (message) => worker.postMessage(message),
    terminate() {
      isOver = true;
      worker.terminate();
    },
  };
};

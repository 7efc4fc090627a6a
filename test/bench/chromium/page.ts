import type { AskWorker } from './askWorker.ts';

const worker = new Worker(new URL('./contender.worker.ts', import.meta.url), { type: 'module' });

const askWorker: AskWorker = (part) =>
  new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data), {
      once: true,
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    worker.postMessage(part);
  });
Object.assign(globalThis, { askWorker });

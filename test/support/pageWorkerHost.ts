import { spawnWorker } from '#worker/spawnWorker.ts';
import type { createSimulatorClient } from '#worker/client.ts';

/** What a simulator's client needs of a page: its workers, its clock and its timers. */
export const PAGE_WORKER_HOST: Parameters<typeof createSimulatorClient>[0] = {
  spawn: spawnWorker,
  every(period, f) {
    const timer = setInterval(f, period);
    return () => clearInterval(timer);
  },
  now: () => performance.now(),
};

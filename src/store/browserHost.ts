import { get, set } from 'idb-keyval';

import { spawnWorker } from '#worker/spawnWorker.ts';

import type { StudioHost, WriterLock } from './studioHost.ts';

/** The browser as the surroundings of a studio. */
export function browserHost(): StudioHost {
  return {
    spawn: spawnWorker,
    every(period, f) {
      const timer = setInterval(f, period);
      return () => clearInterval(timer);
    },
    storage: { get: (key) => get(key), set: (key, value) => set(key, value) },
    lock: 'locks' in navigator ? writerLock(navigator.locks) : NO_LOCK,
    frames(frame) {
      let before = performance.now();
      let request = requestAnimationFrame(function next(now: number) {
        frame(now - before);
        before = now;
        if (request !== 0) request = requestAnimationFrame(next);
      });
      return () => {
        cancelAnimationFrame(request);
        request = 0;
      };
    },
    now: () => performance.now(),
    later(delay, f) {
      const timer = setTimeout(f, delay);
      return () => clearTimeout(timer);
    },
    onHidden(f) {
      const hidden = (): void => {
        if (document.visibilityState === 'hidden') f();
      };
      document.addEventListener('visibilitychange', hidden);
      addEventListener('pagehide', f);
      return () => {
        document.removeEventListener('visibilitychange', hidden);
        removeEventListener('pagehide', f);
      };
    },
  };
}

const LOCK_NAME = 'reactor-studio/document';

function writerLock(locks: LockManager): WriterLock {
  const request = (options: LockOptions, lost: () => void): Promise<boolean> =>
    new Promise((resolve) => {
      locks
        .request(LOCK_NAME, options, (lock) => {
          resolve(lock !== null);
          // It is held until the page is left, or another tab steals it and the request rejects.
          return lock === null ? undefined : new Promise<never>(() => {});
        })
        .catch(lost);
    });
  return {
    tryAcquire: (lost) => request({ ifAvailable: true }, lost),
    steal: async (lost) => {
      await request({ steal: true }, lost);
    },
    acquire: async (lost) => {
      await request({}, lost);
    },
  };
}

/** Where the browser has no locks, as outside a secure context, every tab saves. */
const NO_LOCK: WriterLock = {
  tryAcquire: () => Promise.resolve(true),
  steal: () => Promise.resolve(),
  acquire: () => new Promise(() => {}),
};

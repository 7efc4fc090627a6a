import { createStore, get, promisifyRequest } from 'idb-keyval';

import { spawnWorker } from '#worker/spawnWorker.ts';

import type { Storage } from './savedStudio.ts';
import type { StudioHost, WriterLock } from './studioHost.ts';

/** The browser as the surroundings of a studio. */
export function browserHost(): StudioHost {
  return {
    spawn: spawnWorker,
    every(period, f) {
      const timer = setInterval(f, period);
      return () => clearInterval(timer);
    },
    storage: browserStorage(),
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
    now: () => performance.timeOrigin + performance.now(),
    later(delay, f) {
      const timer = setTimeout(f, delay);
      return () => clearTimeout(timer);
    },
    askBeforeLeaving(holds) {
      const ask = (event: BeforeUnloadEvent): void => {
        if (holds()) event.preventDefault();
      };
      addEventListener('beforeunload', ask);
      return () => removeEventListener('beforeunload', ask);
    },
    onHidden(f) {
      const hidden = (): void => {
        if (document.visibilityState === 'hidden') f();
      };
      document.addEventListener('visibilitychange', hidden);
      // A page may be put to sleep in sight, too.
      document.addEventListener('freeze', f);
      addEventListener('pagehide', f);
      return () => {
        document.removeEventListener('visibilitychange', hidden);
        document.removeEventListener('freeze', f);
        removeEventListener('pagehide', f);
      };
    },
  };
}

function browserStorage(): Storage {
  const store = createStore('reactor-studio', 'documents');
  return {
    get: (key) => get(key, store),
    set: (key, value) =>
      store('readwrite', (documents) => {
        documents.put(value, key);
        // Without this the browser takes the write back when the page is left before it is done.
        documents.transaction.commit();
        return promisifyRequest(documents.transaction);
      }),
  };
}

const LOCK_NAME = 'reactor-studio/document';

function writerLock(locks: LockManager): WriterLock {
  const request = (options: LockOptions, lost: () => void): Promise<void> =>
    new Promise((resolve) => {
      locks
        .request(LOCK_NAME, options, () => {
          resolve();
          // It is held until the page is left, or another tab steals it and the request rejects.
          return new Promise<never>(() => {});
        })
        .catch(lost);
    });
  return {
    acquire: (lost) => request({}, lost),
    steal: (lost) => request({ steal: true }, lost),
  };
}

/** Where the browser has no locks, as outside a secure context, every tab saves. */
const NO_LOCK: WriterLock = {
  acquire: () => Promise.resolve(),
  steal: () => Promise.resolve(),
};

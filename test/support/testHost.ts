import type { StudioHost, WriterLock } from '#store/studioHost.ts';
import type { Storage } from '#store/savedStudio.ts';
import type { SpawnThread } from '#worker/client.ts';
import { createRunner } from '#worker/runner.ts';

/** A simulator's thread inside this one: messages arrive in turns of the event loop, as a worker's do. */
export const spawnInProcess: SpawnThread = (receive) => {
  let isOver = false;
  const soon = (f: () => void): void => {
    setTimeout(() => {
      if (!isOver) f();
    });
  };
  const run = createRunner({
    post: (message) => {
      const copy = structuredClone(message);
      soon(() => receive(copy));
    },
    soon,
    now: () => performance.now(),
  });
  return {
    post: (message) => {
      const copy = structuredClone(message);
      soon(() => run(copy));
    },
    terminate() {
      isOver = true;
    },
  };
};

/** A storage that keeps copies, as a database does. */
export function memoryStorage(records = new Map<string, unknown>()): Storage {
  return {
    get: (key) => Promise.resolve(structuredClone(records.get(key))),
    set: (key, value) => {
      records.set(key, structuredClone(value));
      return Promise.resolve();
    },
  };
}

/** Locks of one name that several hosts share, as the tabs of a browser do. */
export function memoryLocks(): () => WriterLock {
  let holder: (() => void) | null = null;
  return () => ({
    acquire(lost) {
      if (holder !== null) return new Promise(() => {});
      holder = lost;
      return Promise.resolve();
    },
    steal(lost) {
      const before = holder;
      holder = lost;
      before?.();
      return Promise.resolve();
    },
  });
}

/** The surroundings of a studio in a test; frames are given by hand. */
export interface TestHost extends StudioHost {
  /** Lets so many milliseconds pass for whoever plays. */
  frame(elapsed: number): void;
  /** Lets the watchdog look once. */
  tick(): void;
  /** The page is hidden. */
  hide(): void;
  /** Whether the user would be asked before the page is left. */
  asksBeforeLeaving(): boolean;
}

/** A host with its own storage and lock, unless others are given. */
export function testHost(parts: Partial<StudioHost> = {}): TestHost {
  const frames = new Set<(elapsed: number) => void>();
  const ticks = new Set<() => void>();
  const hidden = new Set<() => void>();
  const leaving = new Set<() => boolean>();
  const register = <T>(set: Set<T>, item: T): (() => void) => {
    set.add(item);
    return () => set.delete(item);
  };
  return {
    spawn: spawnInProcess,
    every: (_, f) => register(ticks, f),
    storage: memoryStorage(),
    lock: memoryLocks()(),
    frames: (frame) => register(frames, frame),
    now: () => performance.now(),
    later(delay, f) {
      const timer = setTimeout(f, delay);
      return () => clearTimeout(timer);
    },
    onHidden: (f) => register(hidden, f),
    askBeforeLeaving: (holds) => register(leaving, holds),
    asksBeforeLeaving: () => [...leaving].some((holds) => holds()),
    frame: (elapsed) => frames.forEach((frame) => frame(elapsed)),
    tick: () => ticks.forEach((f) => f()),
    hide: () => hidden.forEach((f) => f()),
    ...parts,
  };
}

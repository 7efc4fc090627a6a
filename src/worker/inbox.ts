import type { FromWorker, RunMessage } from './protocol.ts';

/** The messages of one run, in their order, each once. */
export interface Inbox {
  /** How many were handed over. */
  readonly taken: number;
  /** How many wait for one that has not come. */
  readonly waiting: number;
  /** Takes a message as it comes, and hands over what can be: it, and what has waited for it. */
  receive(message: RunMessage): void;
  /**
   * Whether something got lost, by what the worker says that it has said: where nothing more has
   * come between two pongs, it was not only late.
   */
  misses(pong: FromWorker & { type: 'pong' }): boolean;
}

/** The inbox of the run with this number. */
export function createInbox(run: number, handOver: (message: RunMessage) => void): Inbox {
  const early = new Map<number, RunMessage>();
  let taken = 0;
  let takenAtPong = -1;
  return {
    get taken() {
      return taken;
    },
    get waiting() {
      return early.size;
    },
    receive(message) {
      if (message.run !== run || message.number < taken) return;
      early.set(message.number, message);
      for (let next = early.get(taken); next !== undefined; next = early.get(taken)) {
        early.delete(taken);
        taken += 1;
        handOver(next);
      }
    },
    misses({ run: at, sent }) {
      // A pong of an older run: that this one should begin got lost.
      const isBehind = at < run || (at === run && sent > taken);
      const isStuck = isBehind && takenAtPong === taken;
      takenAtPong = isBehind ? taken : -1;
      return isStuck;
    },
  };
}

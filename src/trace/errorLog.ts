import { enlarged } from '#base/enlarged.ts';

import { encodeInstance } from './traceColumns.ts';

/**
 * The failures and logged errors of a trace in the order of their events. Whoever reads the trace
 * again from an earlier place writes the same again, so several readings can share it.
 */
export interface ErrorLog {
  /** Writes down that a failure of an instance is unhandled: the failure at `index`. */
  fail(index: number, sequence: number, node: number, instance: number): void;
  /**
   * Writes down that the last of the first `count` failures of an instance is handled. Says whether
   * this event is the one that has done it.
   */
  handle(count: number, sequence: number, node: number, instance: number): boolean;
  addLogged(index: number, sequence: number): void;
  /** The events of those of the first `count` failures that the first `read` events leave open. */
  open(count: number, read: number): Iterable<number>;
  /** The events of the first `count` logged errors. */
  logged(count: number): Iterable<number>;
}

/** An empty log. */
export function createErrorLog(): ErrorLog {
  let failed = new Uint32Array(64);
  /** By failure: the event that has handled it, or 0: nothing is handled by the first event. */
  let handledBy = new Uint32Array(64);
  /** By failure: 1 + the failure before of the same instance, or 0. */
  let before = new Uint32Array(64);
  let length = 0;
  let loggedErrors = new Uint32Array(64);
  /** By instance: 1 + its last failure. */
  const latest = new Map<number, number>();
  /** Most nodes never fail: their instances need not be looked for. */
  const failing: boolean[] = [];

  return {
    fail(index, sequence, node, instance) {
      if (index < length) return;
      if (length === failed.length) {
        failed = enlarged(failed);
        handledBy = enlarged(handledBy);
        before = enlarged(before);
      }
      const code = encodeInstance(node, instance);
      failed[index] = sequence;
      before[index] = latest.get(code) ?? 0;
      length += 1;
      latest.set(code, length);
      failing[node] = true;
    },
    handle(count, sequence, node, instance) {
      if (failing[node] !== true) return false;
      let last = latest.get(encodeInstance(node, instance)) ?? 0;
      while (last > count) last = before[last - 1] as number;
      if (last === 0) return false;
      if (handledBy[last - 1] === 0) handledBy[last - 1] = sequence;
      return handledBy[last - 1] === sequence;
    },
    addLogged(index, sequence) {
      if (index === loggedErrors.length) loggedErrors = enlarged(loggedErrors);
      loggedErrors[index] = sequence;
    },
    *open(count, read) {
      for (let index = 0; index < count; index += 1) {
        const handled = handledBy[index] as number;
        if (handled === 0 || handled >= read) yield failed[index] as number;
      }
    },
    logged: (count) => loggedErrors.subarray(0, count),
  };
}

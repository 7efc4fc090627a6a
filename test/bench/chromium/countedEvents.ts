import { KINDS } from '#trace/eventKinds.ts';

/** What every contender does with every event that has come: a small index that shows that all came. */
export interface CountedEvents {
  /** `kind` is the kind's code. */
  add(time: number, kind: number, node: number): void;
  readonly total: number;
}

/** Counts events by node and by kind. @throws Error where time runs back. */
export function createCountedEvents(nodes: number): CountedEvents {
  const byNode = new Uint32Array(nodes + 1);
  const byKind = new Uint32Array(KINDS.length);
  let last = 0;
  let total = 0;
  return {
    get total() {
      return total;
    },
    add(time, kind, node) {
      if (time < last) throw new Error('Events have come in the wrong order.');
      last = time;
      byNode[node + 1] = (byNode[node + 1] ?? 0) + 1;
      byKind[kind] = (byKind[kind] ?? 0) + 1;
      total += 1;
    },
  };
}

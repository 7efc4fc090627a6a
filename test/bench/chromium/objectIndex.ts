import type { TraceEvent } from '#trace/readEvent.ts';

/** Events as plain objects, with lists of them by node and by kind. */
export interface ObjectIndex {
  add(event: TraceEvent): void;
  readonly length: number;
}

/** What the page does with objects that come, instead of the app's trace and its index. */
export function createObjectIndex(): ObjectIndex {
  const all: TraceEvent[] = [];
  const byNode = new Map<number, number[]>();
  const byKind = new Map<string, number[]>();
  const put = <K>(lists: Map<K, number[]>, key: K, sequence: number): void => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [sequence]);
    else list.push(sequence);
  };
  return {
    get length() {
      return all.length;
    },
    add(event) {
      all.push(event);
      put(byNode, event.node, event.sequence);
      put(byKind, event.kind, event.sequence);
    },
  };
}

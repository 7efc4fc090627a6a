import type { DelayedCall } from './delayedCall.ts';

/** A priority queue of delayed calls by the time and stamp at which they are queued (O-1). */
export interface CallQueue {
  readonly size: number;
  push(call: DelayedCall): void;
  peek(): DelayedCall | undefined;
  pop(): DelayedCall | undefined;
  /** Finds the place of a call whose time was made earlier. */
  moveUp(call: DelayedCall): void;
  /** All calls, in no order. */
  toArray(): readonly DelayedCall[];
}

/** An empty queue: a binary heap that knows where each call stands. */
export function createCallQueue(): CallQueue {
  const heap: DelayedCall[] = [];
  const places = new Map<DelayedCall, number>();

  const isBefore = (a: DelayedCall, b: DelayedCall): boolean =>
    a.time < b.time || (a.time === b.time && a.stamp < b.stamp);
  const put = (call: DelayedCall, place: number): void => {
    heap[place] = call;
    places.set(call, place);
  };
  const siftUp = (call: DelayedCall, from: number): void => {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent] as DelayedCall;
      if (!isBefore(call, above)) break;
      put(above, place);
      place = parent;
    }
    put(call, place);
  };
  const siftDown = (call: DelayedCall): void => {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      const right = child + 1;
      if (right < heap.length && isBefore(heap[right] as DelayedCall, heap[child] as DelayedCall)) {
        child = right;
      }
      const below = heap[child] as DelayedCall;
      if (!isBefore(below, call)) break;
      put(below, place);
      place = child;
    }
    put(call, place);
  };

  return {
    get size() {
      return heap.length;
    },
    push(call) {
      heap.push(call);
      siftUp(call, heap.length - 1);
    },
    peek: () => heap[0],
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      places.delete(first);
      if (last !== first) siftDown(last);
      return first;
    },
    moveUp(call) {
      const place = places.get(call);
      if (place !== undefined) siftUp(call, place);
    },
    toArray: () => heap,
  };
}

import { NOT_QUEUED, type DelayedCall } from './delayedCall.ts';

/** How many children a call has in the heap: fewer levels, and the keys of siblings lie together. */
const ARITY = 4;

/**
 * A priority queue of delayed calls by the time and stamp at which they are queued (O-1): a heap
 * whose keys lie in typed arrays beside the calls, so that a comparison touches no call.
 */
export class CallQueue {
  #times = new Float64Array(16);
  #stamps = new Float64Array(16);
  readonly #calls: DelayedCall[] = [];

  get size(): number {
    return this.#calls.length;
  }

  push(call: DelayedCall): void {
    const place = this.#calls.length;
    if (place === this.#times.length) this.#grow();
    this.#calls.push(call);
    this.#siftUp(call, place);
  }

  /** The first call, which stays. */
  peek(): DelayedCall | undefined {
    return this.#calls[0];
  }

  /** Takes the first call out. */
  pop(): DelayedCall | undefined {
    const calls = this.#calls;
    const first = calls[0];
    const last = calls.pop();
    if (first === undefined || last === undefined) return undefined;
    first.place = NOT_QUEUED;
    if (last !== first) this.#siftDown(last, calls.length);
    return first;
  }

  /** Finds the place of a call whose time was made earlier. */
  moveUp(call: DelayedCall): void {
    if (call.place !== NOT_QUEUED) this.#siftUp(call, call.place);
  }

  /** All calls, in no order. */
  toArray(): readonly DelayedCall[] {
    return this.#calls;
  }

  #grow(): void {
    const times = new Float64Array(this.#times.length * 2);
    const stamps = new Float64Array(this.#times.length * 2);
    times.set(this.#times);
    stamps.set(this.#stamps);
    this.#times = times;
    this.#stamps = stamps;
  }

  /** Lets a call rise from a place; its key is its time and stamp now. */
  #siftUp(call: DelayedCall, from: number): void {
    const times = this.#times;
    const stamps = this.#stamps;
    const calls = this.#calls;
    const { time, stamp } = call;
    let place = from;
    while (place > 0) {
      const parent = ((place - 1) / ARITY) | 0;
      const above = times[parent] as number;
      if (above < time || (above === time && (stamps[parent] as number) <= stamp)) break;
      const moved = calls[parent] as DelayedCall;
      times[place] = above;
      stamps[place] = stamps[parent] as number;
      calls[place] = moved;
      moved.place = place;
      place = parent;
    }
    times[place] = time;
    stamps[place] = stamp;
    calls[place] = call;
    call.place = place;
  }

  /** Lets the call that was the last of the heap, whose key still lies at `size`, sink from the top. */
  #siftDown(call: DelayedCall, size: number): void {
    const times = this.#times;
    const stamps = this.#stamps;
    const calls = this.#calls;
    const time = times[size] as number;
    const stamp = stamps[size] as number;
    let place = 0;
    for (;;) {
      const first = place * ARITY + 1;
      if (first >= size) break;
      let least = first;
      let leastTime = times[first] as number;
      const end = first + ARITY < size ? first + ARITY : size;
      for (let child = first + 1; child < end; child += 1) {
        const childTime = times[child] as number;
        const isLess =
          childTime < leastTime ||
          (childTime === leastTime && (stamps[child] as number) < (stamps[least] as number));
        if (!isLess) continue;
        least = child;
        leastTime = childTime;
      }
      if (leastTime > time || (leastTime === time && (stamps[least] as number) >= stamp)) break;
      const moved = calls[least] as DelayedCall;
      times[place] = leastTime;
      stamps[place] = stamps[least] as number;
      calls[place] = moved;
      moved.place = place;
      place = least;
    }
    times[place] = time;
    stamps[place] = stamp;
    calls[place] = call;
    call.place = place;
  }
}

import type { Seconds } from '#base/units.ts';

import type { DelayedCall } from './delayedCall.ts';

/** How many children a call has in the heap: fewer levels, and the keys of siblings lie together. */
const ARITY = 4;

/**
 * A priority queue of delayed calls by the time and stamp at which they are queued (O-1): a heap
 * whose keys lie in typed arrays beside the calls, so that a comparison touches no call.
 *
 * A call that is moved up is queued a second time. What is left of it at its old place, as what is
 * left of a cancelled call, is dropped when it comes to the top.
 */
export class CallQueue {
  #times = new Float64Array(16);
  #stamps = new Float64Array(16);
  readonly #calls: DelayedCall[] = [];
  /** Whether the first place is free: mostly, the next call that is queued can sink from there. */
  #isOpen = false;

  /** Queues a call by its time and stamp now. */
  push(call: DelayedCall): void {
    call.queued = true;
    if (this.#isOpen) {
      this.#isOpen = false;
      this.#sink(call, call.time, call.stamp);
      return;
    }
    const place = this.#calls.length;
    if (place === this.#times.length) this.#grow();
    this.#calls.push(call);
    this.#rise(call, place);
  }

  /** The time of the first call; null where there is none. */
  firstTime(): Seconds | null {
    this.#close();
    while (this.#calls.length > 0 && !this.#isPending(0)) {
      this.#isOpen = true;
      this.#close();
    }
    return this.#calls.length > 0 ? (this.#times[0] as number) : null;
  }

  /** Takes out the first call, if it stands no later than at this time and stamp. */
  popDue(time: Seconds, stamp: number): DelayedCall | null {
    for (;;) {
      const first = this.#isOpen ? this.#leastChild(0, this.#calls.length) : 0;
      if (first >= this.#calls.length || !this.#isDue(first, time, stamp)) return null;
      this.#close();
      const isPending = this.#isPending(0);
      const call = this.#calls[0] as DelayedCall;
      this.#isOpen = true;
      if (!isPending) continue;
      call.queued = false;
      return call;
    }
  }

  /** All pending calls, in no order. */
  toArray(): readonly DelayedCall[] {
    this.#close();
    return [...new Set(this.#calls)].filter((call) => call.queued && !call.cancelled);
  }

  #isDue(place: number, time: Seconds, stamp: number): boolean {
    const queued = this.#times[place] as number;
    return queued < time || (queued === time && (this.#stamps[place] as number) <= stamp);
  }

  /** Whether the call at a place is still to be made, and at this place. */
  #isPending(place: number): boolean {
    const call = this.#calls[place] as DelayedCall;
    return (
      call.queued &&
      !call.cancelled &&
      call.time === this.#times[place] &&
      call.stamp === this.#stamps[place]
    );
  }

  /** Fills the first place, if it is free, with the last call. */
  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const last = this.#calls.pop();
    const size = this.#calls.length;
    if (last !== undefined && size > 0) {
      this.#sink(last, this.#times[size] as number, this.#stamps[size] as number);
    }
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
  #rise(call: DelayedCall, from: number): void {
    const times = this.#times;
    const stamps = this.#stamps;
    const calls = this.#calls;
    const { time, stamp } = call;
    let place = from;
    while (place > 0) {
      const parent = ((place - 1) / ARITY) | 0;
      const above = times[parent] as number;
      if (above < time || (above === time && (stamps[parent] as number) <= stamp)) break;
      times[place] = above;
      stamps[place] = stamps[parent] as number;
      calls[place] = calls[parent] as DelayedCall;
      place = parent;
    }
    times[place] = time;
    stamps[place] = stamp;
    calls[place] = call;
  }

  /** Lets a call with this key sink from the first place. */
  #sink(call: DelayedCall, time: Seconds, stamp: number): void {
    const times = this.#times;
    const stamps = this.#stamps;
    const calls = this.#calls;
    const size = calls.length;
    let place = 0;
    for (;;) {
      const least = this.#leastChild(place, size);
      if (least >= size) break;
      const below = times[least] as number;
      if (below > time || (below === time && (stamps[least] as number) >= stamp)) break;
      times[place] = below;
      stamps[place] = stamps[least] as number;
      calls[place] = calls[least] as DelayedCall;
      place = least;
    }
    times[place] = time;
    stamps[place] = stamp;
    calls[place] = call;
  }

  /** The place of the first child of a place; none of the heap where it has no child. */
  #leastChild(place: number, size: number): number {
    const times = this.#times;
    const stamps = this.#stamps;
    let least = place * ARITY + 1;
    if (least >= size) return size;
    let leastTime = times[least] as number;
    const end = least + ARITY < size ? least + ARITY : size;
    for (let child = least + 1; child < end; child += 1) {
      const time = times[child] as number;
      if (
        time < leastTime ||
        (time === leastTime && (stamps[child] as number) < (stamps[least] as number))
      ) {
        least = child;
        leastTime = time;
      }
    }
    return least;
  }
}

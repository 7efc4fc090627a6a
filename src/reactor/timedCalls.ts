import type { Seconds } from '#base/units.ts';

import { CallQueue } from './callQueue.ts';
import type { DelayedCall } from './delayedCall.ts';

/**
 * The timed calls of a reactor, and which of them a pass makes (R-1 b to d, R-3, R-7, R-8).
 *
 * The reactor of Twisted queues what is made during a pass when that is over. Here a call is queued
 * at once where that comes to the same: where it is too late for the pass, and not moved before its end.
 */
export class TimedCalls {
  readonly #nominal: (time: Seconds) => Seconds;
  readonly #queue = new CallQueue();
  /** Calls made since {@link queueNew} that have to wait for the next one. */
  readonly #waiting: DelayedCall[] = [];
  /** How often {@link queueNew} was called: a call made since then is a new one. */
  #round = 0;
  /** The frozen now of the last pass. */
  #time: Seconds = Number.NEGATIVE_INFINITY;
  #stamp = 0;

  /** `nominal` gives a time as the reactor keeps it. */
  constructor(nominal: (time: Seconds) => Seconds) {
    this.#nominal = nominal;
  }

  /** A call has been made, or armed again. */
  add(call: DelayedCall): void {
    call.round = this.#round;
    const isLate = call.time > this.#time || (call.time === this.#time && call.stamp > this.#stamp);
    if (isLate) this.#queue.push(call);
    else this.#waiting.push(call);
  }

  /** A call was moved; `sooner`, to a place before its own in the queue (T-6, T-8). */
  move(call: DelayedCall, sooner: boolean): void {
    if (!call.queued) return;
    if (call.round === this.#round) {
      call.queued = false;
      this.#waiting.push(call);
    } else if (sooner) {
      this.#queue.push(call);
    }
  }

  /** Queues the new calls, at the places to which they were moved meanwhile (R-1 b). */
  queueNew(): void {
    this.#round += 1;
    const waiting = this.#waiting;
    for (let call = waiting.pop(); call !== undefined; call = waiting.pop()) {
      if (call.cancelled) continue;
      this.#settle(call);
      this.#queue.push(call);
    }
  }

  /** Begins a pass at a time and stamp (R-1 c). */
  beginPass(time: Seconds, stamp: number): void {
    this.#time = time;
    this.#stamp = stamp;
  }

  /** Takes out the next call of the pass; one that was put off goes to its new place first. */
  takeDue(): DelayedCall | null {
    for (;;) {
      const call = this.#queue.popDue(this.#time, this.#stamp);
      if (call === null || !this.#settle(call)) return call;
      this.#queue.push(call);
    }
  }

  /** When the first queued call is due; null where there is none. */
  firstTime(): Seconds | null {
    return this.#queue.firstTime();
  }

  /** All pending calls, in the order of their stamps: as a rule that in which they were made. */
  toArray(): readonly DelayedCall[] {
    const waiting = this.#waiting.filter((call) => call.active());
    return [...this.#queue.toArray(), ...waiting].sort((a, b) => a.nextStamp - b.nextStamp);
  }

  /** Gives a call that was put off its new place. True where it had been. */
  #settle(call: DelayedCall): boolean {
    if (call.extra === 0 && call.nextStamp === call.stamp) return false;
    call.time = this.#nominal(call.time + call.extra);
    call.extra = 0;
    call.stamp = call.nextStamp;
    return true;
  }
}

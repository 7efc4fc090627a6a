import type { Seconds } from '#base/units.ts';

import { DelayedCall } from './delayedCall.ts';
import type { ClockProbe } from './reactorProbe.ts';
import type { IReactorTime } from './reactorTime.ts';

/**
 * `twisted.internet.task.Clock`, to the letter (T-11 to T-23): time moves only by `advance`, first
 * and at once; then all that is due runs.
 */
export class Clock implements IReactorTime {
  readonly resolution = 0;
  probe: ClockProbe | null = null;
  #now: Seconds = 0;
  #stamp = 0;
  /** One list, sorted stably at three moments only: that is the order at equal times (T-17). */
  readonly #calls: DelayedCall[] = [];

  seconds(): Seconds {
    return this.#now;
  }

  readStamp(): number {
    this.#stamp += 1;
    return this.#stamp;
  }

  /** No argument is checked: a negative delay gives a time in the past (T-12). */
  callLater(delay: Seconds, f: () => unknown): DelayedCall {
    const call = new DelayedCall(
      {
        seconds: () => this.#now,
        readStamp: () => this.readStamp(),
        nominal: (time) => time,
        onCancel: (cancelled) => {
          const index = this.#calls.indexOf(cancelled);
          if (index !== -1) this.#calls.splice(index, 1);
        },
        onMoved: () => {},
      },
      this.#now + delay,
      this.readStamp(),
      f,
    );
    this.#calls.push(call);
    this.#sort();
    this.probe?.planned?.(call);
    return call;
  }

  /** The live list, in the order of the last sort (T-21). */
  getDelayedCalls(): readonly DelayedCall[] {
    return this.#calls;
  }

  /** Moves time and runs what is due, also what becomes due meanwhile; what a call throws ends it (T-13, T-18). */
  advance(amount: Seconds): void {
    this.#now += amount;
    this.probe?.advanced?.(amount);
    this.#sort();
    for (let call = this.#calls[0]; call !== undefined; call = this.#calls[0]) {
      if (call.getTime() > this.#now) return;
      this.#calls.shift();
      call.run();
      this.#sort();
    }
  }

  /** Moves time and runs nothing: work that takes time, as `time.sleep` under a test clock. */
  spin(amount: Seconds): void {
    this.#now += amount;
  }

  /** One `advance` for each amount (T-22). */
  pump(amounts: Iterable<Seconds>): void {
    for (const amount of amounts) this.advance(amount);
  }

  #sort(): void {
    this.#calls.sort((a, b) => a.getTime() - b.getTime());
  }
}

import { pythonFloat } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';

import { AlreadyCalled, AlreadyCancelled } from './errors.ts';

/** Is told what becomes of a delayed call, at the moment it happens. */
export interface DelayedCallProbe {
  cancelled?(call: DelayedCall): void;
  /** `reset` or `delay` has changed its time. */
  moved?(call: DelayedCall): void;
  /** Its time has come: it is called now. */
  called?(call: DelayedCall): void;
}

/** What a delayed call needs of the clock that made it. */
export interface DelayedCallOwner {
  seconds(): Seconds;
  /** A new mark of the moment of a clock read, for the order at equal times (O-1). */
  readStamp(): number;
  /** A time as this clock keeps it: the real one, or the nearest of its resolution. */
  nominal(time: Seconds): Seconds;
  /** The call was cancelled. */
  onCancel(call: DelayedCall): void;
  /** The call was moved; `sooner`, to an earlier place than the one it is queued at (T-6). */
  onMoved(call: DelayedCall, sooner: boolean): void;
}

/**
 * `twisted.internet.base.DelayedCall`: a call that a clock will make (T-1 to T-10).
 *
 * `time` and `stamp` are the place at which it stands in the clock's queue; `extra` and
 * `nextStamp` say by how much and with which stamp it was put off since (T-6, T-8, O-1).
 */
export class DelayedCall {
  time: Seconds;
  stamp: number;
  extra: Seconds = 0;
  nextStamp: number;
  called = false;
  cancelled = false;
  /** Whether it stands in its clock's queue, and since when; for that queue alone. */
  queued = false;
  round = 0;
  probe: DelayedCallProbe | null = null;

  readonly #owner: DelayedCallOwner;
  readonly #f: () => unknown;

  constructor(owner: DelayedCallOwner, time: Seconds, stamp: number, f: () => unknown) {
    this.#owner = owner;
    this.#f = f;
    this.time = time;
    this.stamp = stamp;
    this.nextStamp = stamp;
  }

  /** Whether it will still be called. */
  active(): boolean {
    return !this.called && !this.cancelled;
  }

  /** When it will be called, or would have been (T-3). */
  getTime(): Seconds {
    return this.extra === 0 ? this.time : this.#owner.nominal(this.time + this.extra);
  }

  /** @throws AlreadyCalled, AlreadyCancelled where it is not pending (T-4). */
  cancel(): void {
    this.#requirePending();
    this.cancelled = true;
    this.#owner.onCancel(this);
    this.probe?.cancelled?.(this);
  }

  /** Moves it to `secondsFromNow` from now (T-6). @throws as {@link cancel}. */
  reset(secondsFromNow: Seconds): void {
    this.#requirePending();
    const next = this.#owner.nominal(this.#owner.seconds() + secondsFromNow);
    const stamp = this.#owner.readStamp();
    this.nextStamp = stamp;
    const sooner = next < this.time;
    if (sooner) {
      this.time = next;
      this.stamp = stamp;
      this.extra = 0;
    } else {
      this.extra = next - this.time;
    }
    this.#owner.onMoved(this, sooner);
    this.probe?.moved?.(this);
  }

  /** Moves it by `secondsLater` from the time it was due (T-8). @throws as {@link cancel}. */
  delay(secondsLater: Seconds): void {
    this.#requirePending();
    this.extra += secondsLater;
    const sooner = this.extra < 0;
    if (sooner) {
      this.time = this.#owner.nominal(this.time + this.extra);
      this.extra = 0;
      this.stamp = this.nextStamp;
    }
    this.#owner.onMoved(this, sooner);
    this.probe?.moved?.(this);
  }

  /** Makes one that has run pending again; for the clock that owns it. */
  rearm(time: Seconds, stamp: number): void {
    this.time = time;
    this.stamp = stamp;
    this.nextStamp = stamp;
    this.extra = 0;
    this.called = false;
  }

  /** Makes the call; for the clock that owns it. What it throws reaches the clock. */
  run(): void {
    this.called = true;
    this.probe?.called?.(this);
    this.#f();
  }

  /** `repr(call)` without its address (T-10): in brackets the time until `time`, `extra` left out. */
  toString(): string {
    const left = pythonFloat(this.time - this.#owner.seconds());
    const f = this.cancelled ? '' : ` ${this.#f.name}()`;
    return `<DelayedCall [${left}s] called=${+this.called} cancelled=${+this.cancelled}${f}>`;
  }

  #requirePending(): void {
    if (this.cancelled) throw new AlreadyCancelled();
    if (this.called) throw new AlreadyCalled();
  }
}

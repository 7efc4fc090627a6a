import type { Seconds } from '#base/units.ts';

import type { Deferred } from './deferred.ts';
import { AttributeError } from './errors.ts';
import type { Failure } from './failure.ts';
import { LoopingCall, type LoopingCallProbe } from './loopingCall.ts';
import type { IReactorTime } from './reactorTime.ts';
import { Service } from './service.ts';

/** `twisted.application.internet.TimerService`: a LoopingCall as a service (S-8 to S-10). */
export class TimerService extends Service {
  /** The probe of every LoopingCall that it will make: its first run is inside `startService`. */
  loopProbe: LoopingCallProbe | null = null;

  readonly #clock: IReactorTime;
  readonly #step: Seconds;
  readonly #f: () => unknown;
  readonly #log: (failure: Failure) => void;
  #loop: LoopingCall | null = null;
  #loopFinished: Deferred | null = null;

  /** Calls `f` every `step` seconds; `log` hears of the failure that ends it. */
  constructor(
    clock: IReactorTime,
    step: Seconds,
    f: () => unknown,
    log: (failure: Failure) => void = () => {},
  ) {
    super();
    this.#clock = clock;
    this.#step = step;
    this.#f = f;
    this.#log = log;
  }

  /** Starts a new loop, whose first run is inside this call (S-8). */
  override startService(): void {
    super.startService();
    this.#loop = new LoopingCall(this.#clock, this.#f);
    this.#loop.probe = this.loopProbe;
    this.#loopFinished = this.#loop.start(this.#step);
    this.#loopFinished.addErrback((failure) => {
      // The newest loop, which need not be the one that failed, as in Twisted.
      if (this.#loop !== null) this.#loop.running = false;
      this.#log(failure as Failure);
    });
  }

  /**
   * Fires with null when the run that is under way has ended; `running` is cleared then (S-9).
   *
   * @throws AttributeError before the first start.
   */
  override stopService(): Deferred {
    if (this.#loop === null || this.#loopFinished === null) {
      throw new AttributeError("'TimerService' object has no attribute '_loop'");
    }
    if (this.#loop.running) this.#loop.stop();
    return this.#loopFinished.addCallback(() => {
      this.running = false;
    });
  }
}

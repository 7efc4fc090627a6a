import type { Seconds } from '#base/units.ts';
import { Reactor } from '#reactor/reactor.ts';
import type { ReactorProbe } from '#reactor/reactorProbe.ts';
import { KIND } from '#trace/eventKinds.ts';

import type { Driver, DriverEnd } from './driver.ts';
import { REACTOR_REF, type Recorder } from './recorder.ts';

/** Times are kept to the nanosecond: nominally equal times are equal, and rule O-1 orders them. */
const RESOLUTION: Seconds = 1e-9;

/** The reactor's iterations in virtual time. A class, because each event asks it the time. */
export class ReactorDriver implements Driver, ReactorProbe {
  readonly reactor = new Reactor({ resolution: RESOLUTION });
  readonly clock = this.reactor;
  readonly #recorderOf: () => Recorder;

  constructor(recorderOf: () => Recorder) {
    this.#recorderOf = recorderOf;
    this.reactor.probe = this;
  }

  passBegan(): void {
    this.#recorderOf().event(KIND.passBegan, REACTOR_REF);
  }

  passEnded(): void {
    this.#recorderOf().event(KIND.passEnded, REACTOR_REF);
  }

  seconds(): Seconds {
    return this.reactor.seconds();
  }

  pending(): number {
    return this.reactor.pendingCount;
  }

  nominal(time: Seconds): Seconds {
    return this.reactor.nominal(time);
  }

  block(seconds: Seconds): void {
    this.reactor.spin(seconds);
  }

  stop(): void {
    this.reactor.stop();
  }

  begin(main: () => void, starts: readonly (() => void)[]): void {
    main();
    // Start-up hooks, in order: the reactor logs what one throws, and goes on to the next.
    for (const start of starts) this.reactor.callWhenRunning(start);
    const recorder = this.#recorderOf();
    const startup = recorder.event(KIND.startup, REACTOR_REF);
    recorder.within(startup, () => this.reactor.startRunning());
    this.reactor.runUntilCurrent();
  }

  end(horizon: Seconds): DriverEnd | null {
    const time = this.reactor.seconds();
    if (!this.reactor.started) return { why: 'stopped', time };
    const next = this.reactor.nextTime();
    if (next === null) return { why: 'idle', time };
    return next > horizon ? { why: 'horizon', time: Math.max(horizon, time) } : null;
  }

  step(): void {
    const next = this.reactor.nextTime();
    if (next !== null) this.reactor.sleepUntil(next);
    this.reactor.runUntilCurrent();
  }
}

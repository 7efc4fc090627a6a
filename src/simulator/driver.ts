import type { Seconds } from '#base/units.ts';
import type { Reactor } from '#reactor/reactor.ts';
import type { IReactorTime } from '#reactor/reactorTime.ts';
import type { RunEnd } from '#trace/runEnd.ts';

/** What a run can end with by itself. */
export interface DriverEnd {
  readonly why: Exclude<RunEnd['why'], 'limit' | 'halted'>;
  readonly time: Seconds;
}

/** What drives a program: the reactor's iterations, or the advances of a test clock. */
export interface Driver {
  readonly clock: IReactorTime;
  /** The reactor, which has threads; null on a test clock. */
  readonly reactor: Reactor | null;
  seconds(): Seconds;
  /** How many delayed calls are pending. */
  pending(): number;
  /** A time as the clock keeps it. */
  nominal(time: Seconds): Seconds;
  /** Work that takes time: the clock moves while the present call runs. */
  block(seconds: Seconds): void;
  /** `reactor.stop()`. @throws what Twisted throws where it refuses. */
  stop(): void;
  /** Begins the program: `main` at once, then what starts with it. What these throw goes no further. */
  begin(main: () => void, starts: readonly (() => void)[]): void;
  /** Whether and how it has come to its end; null where there is more to do before the horizon. */
  end(horizon: Seconds): DriverEnd | null;
  /** Moves time to what comes next, and lets it happen. */
  step(): void;
}

import type { Reactor } from '#reactor/reactor.ts';

/**
 * `reactor.run()` in virtual time: starts up, then iterates and sleeps to the next due time until
 * the reactor is stopped, or nothing is left to do.
 */
export function driveReactor(reactor: Reactor, beforeIteration: () => void = () => {}): void {
  reactor.startRunning();
  while (reactor.started) {
    beforeIteration();
    reactor.runUntilCurrent();
    if (!reactor.started) return;
    const next = reactor.nextTime();
    if (next === null) reactor.crash();
    else reactor.sleepUntil(next);
  }
}

import type { Seconds } from '#base/units.ts';
import { Reactor } from '#reactor/reactor.ts';

import type { Driver } from './driver.ts';
import { REACTOR_REF, type Recorder } from './recorder.ts';

/** Times are kept to the nanosecond: nominally equal times are equal, and rule O-1 orders them. */
const RESOLUTION: Seconds = 1e-9;

/** The reactor's iterations in virtual time. */
export function createReactorDriver(recorderOf: () => Recorder): Driver {
  const reactor = new Reactor({ resolution: RESOLUTION });
  const record = (kind: 'passBegan' | 'passEnded'): void => {
    recorderOf().event(kind, REACTOR_REF);
  };
  reactor.probe = {
    passBegan: () => record('passBegan'),
    passEnded: () => record('passEnded'),
  };
  return {
    clock: reactor,
    reactor,
    seconds: () => reactor.seconds(),
    pending: () => reactor.pendingCount,
    nominal: (time) => reactor.nominal(time),
    block: (seconds) => reactor.spin(seconds),
    stop: () => reactor.stop(),
    begin(main, starts) {
      main();
      // Start-up hooks, in order: the reactor logs what one throws, and goes on to the next.
      for (const start of starts) reactor.callWhenRunning(start);
      const recorder = recorderOf();
      recorder.within(recorder.event('startup', REACTOR_REF), () => reactor.startRunning());
      reactor.runUntilCurrent();
    },
    end(horizon) {
      const time = reactor.seconds();
      if (!reactor.started) return { why: 'stopped', time };
      const next = reactor.nextTime();
      if (next === null) return { why: 'idle', time };
      return next > horizon ? { why: 'horizon', time: Math.max(horizon, time) } : null;
    },
    step() {
      const next = reactor.nextTime();
      if (next !== null) reactor.sleepUntil(next);
      reactor.runUntilCurrent();
    },
  };
}

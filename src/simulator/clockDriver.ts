import type { Seconds } from '#base/units.ts';
import { Clock } from '#reactor/clock.ts';
import { AttributeError } from '#reactor/errors.ts';
import { KIND } from '#trace/eventKinds.ts';

import type { Driver } from './driver.ts';
import { REACTOR_REF, type Recorder } from './recorder.ts';

/**
 * A `task.Clock` as a unit test drives it (T-11 to T-23): advanced to each deadline, or by the
 * given amounts. What leaves an advance ends that advance; what it left is due in the next (T-18).
 */
export function createClockDriver(
  advances: 'deadlines' | readonly Seconds[],
  recorderOf: () => Recorder,
): Driver {
  const clock = new Clock();
  let done = 0;
  clock.probe = {
    advanced(amount) {
      recorderOf().number(KIND.advanced, REACTOR_REF, amount);
    },
  };
  const quietly = (act: () => void): void => {
    try {
      act();
    } catch {
      // Recorded where it was thrown: here a test would show it, and go on.
    }
  };
  const firstDue = (): Seconds | null => {
    const due = clock.getDelayedCalls().map((call) => call.getTime());
    return due.length === 0 ? null : due.reduce((a, b) => Math.min(a, b));
  };
  return {
    clock,
    reactor: null,
    seconds: () => clock.seconds(),
    pending: () => clock.getDelayedCalls().length,
    nominal: (time) => time,
    block: (seconds) => clock.spin(seconds),
    stop() {
      throw new AttributeError("'Clock' object has no attribute 'stop'");
    },
    begin(main, starts) {
      const recorder = recorderOf();
      recorder.within(recorder.event(KIND.startup, REACTOR_REF), () => {
        main();
        for (const start of starts) quietly(start);
      });
    },
    end(horizon) {
      const time = clock.seconds();
      const due = firstDue();
      if (advances !== 'deadlines') {
        if (done < advances.length) return null;
        return { why: due === null ? 'idle' : 'horizon', time };
      }
      if (due === null) return { why: 'idle', time };
      return due > horizon ? { why: 'horizon', time: Math.max(horizon, time) } : null;
    },
    step() {
      const given = advances === 'deadlines' ? 0 : (advances[done] ?? 0);
      const until = (firstDue() ?? 0) - clock.seconds();
      done += 1;
      // What is overdue, because work has taken time, is due now.
      quietly(() => clock.advance(advances === 'deadlines' ? Math.max(0, until) : given));
    },
  };
}

import type { Seconds } from '#base/units.ts';
import { Clock } from '#reactor/clock.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';

import { createEventLog, type EventLog } from './eventLog.ts';

/** A clock, a log with its times, and a way to start loops on it. */
export function setUp(): {
  clock: Clock;
  log: EventLog;
  loopOf: (body: (run: number) => unknown) => LoopingCall;
} {
  const clock = new Clock();
  const log = createEventLog(clock);
  const loopOf = (body: (run: number) => unknown): LoopingCall => {
    let runs = 0;
    return new LoopingCall(clock, () => {
      runs += 1;
      log.note(`run ${runs}`);
      return body(runs);
    });
  };
  return { clock, log, loopOf };
}

/** `count` equal steps, for `pump`. */
export const steps = (step: Seconds, count: number): Seconds[] =>
  Array.from({ length: count }, () => step);

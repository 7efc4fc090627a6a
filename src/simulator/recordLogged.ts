import { toFailure } from '#reactor/failure.ts';
import { KIND } from '#trace/eventKinds.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Recorder } from './recorder.ts';
import { toTraceValue } from './toTraceValue.ts';

/**
 * Does what an event of an instance, or of the reactor, brings about. An exception that leaves it
 * is recorded as logged, and thrown on to what logs it.
 */
export function recordLogged(
  recorder: Recorder,
  instance: InstanceRef,
  because: number,
  act: () => unknown,
): void {
  const before = recorder.cause;
  recorder.cause = because;
  try {
    act();
  } catch (thrown) {
    const value = toTraceValue(toFailure(thrown));
    recorder.value(KIND.loggedError, instance, value, NO_LINK, because);
    throw thrown;
  } finally {
    recorder.cause = before;
  }
}

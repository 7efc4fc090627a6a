import type { Json } from '#base/json.ts';
import { pythonStr } from '#base/python.ts';
import { Deferred } from '#reactor/deferred.ts';
import { Failure } from '#reactor/failure.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { reprOf, type TraceValue } from '#trace/traceValue.ts';

/** A value of the running program as the trace keeps it. */
export function toTraceValue(value: unknown): TraceValue {
  if (value instanceof Failure) {
    return { is: 'failure', type: value.typeName, message: value.getErrorMessage() };
  }
  if (value instanceof LoopingCall) return { is: 'object', className: 'LoopingCall' };
  if (value instanceof Deferred) return { is: 'object', className: 'Deferred' };
  // All else that a schedule can make is JSON from its document.
  return { is: 'json', json: value as Json };
}

/** A value as a line of output shows it: `str()` of a value, `repr()` of a failure's exception. */
export function toOutput(value: TraceValue): string {
  return value.is === 'json' ? pythonStr(value.json) : reprOf(value);
}

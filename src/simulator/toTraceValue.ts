import type { Json } from '#base/json.ts';
import { Deferred } from '#reactor/deferred.ts';
import { FirstError } from '#reactor/deferredList.ts';
import { ConcurrencyPrimitive, DeferredLock } from '#reactor/deferredLock.ts';
import { BaseException, qualifiedName } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import { isBody } from '#reactor/inlineCallbacks.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { classNameOf } from '#reactor/pythonText.ts';
import { PythonTuple } from '#reactor/pythonTuple.ts';
import { NONE, reprOf, type FailureValue, type TraceValue } from '#trace/traceValue.ts';

import { ScheduledException } from './scheduledException.ts';

/** A value of the running program as the trace keeps it. */
export function toTraceValue(value: unknown): TraceValue {
  if (value === null || value === undefined) return NONE;
  if (typeof value !== 'object') return json(value);
  if (value instanceof Failure) return toFailureValue(value);
  if (Array.isArray(value)) return toListValue(value);
  const className = objectClass(value);
  return className === null ? json(value) : { is: 'object', className };
}

/** All that a schedule can make besides is JSON from its document. */
function json(value: unknown): TraceValue {
  return { is: 'json', json: value as Json };
}

function toListValue(list: readonly unknown[]): TraceValue {
  const items = list.map(toTraceValue);
  if (list instanceof PythonTuple) return { is: 'tuple', items: [...items] };
  return items.every(({ is }) => is === 'json') ? json(list) : { is: 'list', items };
}

function objectClass(value: object): string | null {
  if (value instanceof Deferred) return classNameOf(value);
  if (value instanceof LoopingCall) return 'LoopingCall';
  if (value instanceof ConcurrencyPrimitive) {
    return value instanceof DeferredLock ? 'DeferredLock' : 'DeferredSemaphore';
  }
  return isBody(value) ? 'generator' : null;
}

/** A failure as the trace keeps it. */
export function toFailureValue(failure: Failure): FailureValue {
  const { value, typeName: type } = failure;
  const plain: FailureValue = { is: 'failure', type, message: failure.getErrorMessage() };
  if (!(value instanceof BaseException)) return plain;
  const repr = value.repr();
  const module = moduleOf(value);
  return {
    ...plain,
    ...(module === 'builtins' ? {} : { module }),
    ...(repr === reprOf(plain) ? {} : { repr }),
    ...(value instanceof FirstError
      ? {
          // Its own text would show a traceback.
          message: repr,
          first: { index: value.index, error: toFailureValue(value.subFailure) },
        }
      : {}),
  };
}

function moduleOf(exception: BaseException): string {
  if (exception instanceof ScheduledException) return exception.error.module;
  return qualifiedName(exception).slice(0, -exception.name.length - 1);
}

/** The names of the exception's class and of its bases up to Exception, as `Failure.check` goes by. */
export function exceptionNames({ value }: Failure): readonly string[] {
  if (value instanceof ScheduledException) return value.error.line;
  const names: string[] = [];
  let type: unknown = value instanceof BaseException ? value.constructor : null;
  while (typeof type === 'function' && 'className' in type) {
    names.push(String(type.className));
    type = Object.getPrototypeOf(type);
  }
  return names;
}

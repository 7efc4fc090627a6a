import { Deferred } from './deferred.ts';
import { Failure, toFailure } from './failure.ts';
import { fromCoroutine, isBody } from './inlineCallbacks.ts';

/** `defer.succeed`: a Deferred that has fired with a value (D-37). */
export function succeed(value: unknown): Deferred {
  const deferred = new Deferred();
  // Without a run of links, and so without a mark for a Failure (U-5).
  deferred.called = true;
  deferred.result = value === undefined ? null : value;
  return deferred;
}

/**
 * `defer.fail`: a Deferred that has failed (D-37).
 *
 * @throws NoCurrentExceptionError without a failure (D-5).
 */
export function fail(failure?: unknown): Deferred {
  const deferred = new Deferred();
  deferred.errback(failure);
  return deferred;
}

/** `defer.execute`: a Deferred that has fired with what `f` returns, or failed with what it throws (D-37). */
export function execute<A extends readonly unknown[]>(
  f: (...args: A) => unknown,
  ...args: A
): Deferred {
  let result: unknown;
  try {
    result = f(...args);
  } catch (thrown) {
    return failed(thrown);
  }
  return succeed(result);
}

/**
 * `defer.maybeDeferred`: the Deferred that `f` returns, of the coroutine that it returns, or a
 * fired one with what it returned or threw (D-37).
 */
export function maybeDeferred<A extends readonly unknown[]>(
  f: (...args: A) => unknown,
  ...args: A
): Deferred {
  let result: unknown;
  try {
    result = f(...args);
  } catch (thrown) {
    return failed(thrown);
  }
  if (result instanceof Deferred) return result;
  if (isBody(result)) return fromCoroutine(result);
  return result instanceof Failure ? fail(result) : succeed(result);
}

/** One that failed with what was thrown, be it undefined. */
function failed(thrown: unknown): Deferred {
  return fail(toFailure(thrown));
}

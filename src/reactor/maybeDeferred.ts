import { Deferred } from './deferred.ts';
import { Failure, toFailure } from './failure.ts';

/** `defer.succeed`: a Deferred that has fired with a value (D-37). */
export function succeed(value: unknown): Deferred {
  const deferred = new Deferred();
  deferred.callback(value);
  return deferred;
}

/** `defer.fail`: a Deferred that has failed (D-37). */
export function fail(failure: unknown): Deferred {
  const deferred = new Deferred();
  deferred.errback(failure);
  return deferred;
}

/**
 * `defer.maybeDeferred`: the Deferred that `f` returns, or a fired one with what it returned or
 * threw (D-37).
 */
export function maybeDeferred(f: () => unknown): Deferred {
  let result: unknown;
  try {
    result = f();
  } catch (thrown) {
    return fail(toFailure(thrown));
  }
  if (result instanceof Deferred) return result;
  return result instanceof Failure ? fail(result) : succeed(result);
}

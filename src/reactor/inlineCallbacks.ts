import { Deferred } from './deferred.ts';
import { Exception, NotACoroutineError, PythonTypeError } from './errors.ts';
import { Failure, toFailure } from './failure.ts';
import { reprOf, typeNameOf } from './pythonText.ts';

/** The body of a coroutine: what it yields it waits for, and what comes of that is sent in. */
export type Body = Generator<unknown, unknown, unknown>;

/** Is told of a failure that has nowhere to go: nobody holds the Deferred of the end any more. */
export type OnLost = (failure: Failure) => void;

/** How a body waits: `yield` of inlineCallbacks takes a result, `await` of a coroutine leaves it (I-12). */
type Wait = 'yield' | 'await';

/**
 * `defer.inlineCallbacks`: a function that runs a generator, waiting for each Deferred it yields
 * (I-1 to I-11). The call runs the body until its first real wait.
 *
 * @throws TypeError, from the call, where `f` gives no generator (I-13).
 */
export function inlineCallbacks<A extends readonly unknown[]>(
  f: (...args: A) => Body,
): (...args: A) => Deferred {
  return (...args) => {
    const body: unknown = f(...args);
    if (!isBody(body)) {
      throw new PythonTypeError(
        `inlineCallbacks requires ${f.name} to produce a generator; instead got ${reprOf(body)}`,
      );
    }
    return run(body, 'yield');
  };
}

/**
 * `Deferred.fromCoroutine`: a Deferred of the end of a coroutine. A generator stands for it, and
 * each `yield` in it for an `await` (I-12). `lost` hears of what it raises after a cancel that
 * could not reach it, because the canceller of what it waited for raised.
 *
 * @throws NotACoroutineError for anything else (I-13).
 */
export function fromCoroutine(coroutine: unknown, lost?: OnLost): Deferred {
  if (!isBody(coroutine)) throw new NotACoroutineError(`${reprOf(coroutine)} is not a coroutine`);
  return run(coroutine, 'await', lost);
}

/** `defer.ensureDeferred`: a Deferred as it is, a coroutine as {@link fromCoroutine} (I-13). */
export function ensureDeferred(value: unknown): Deferred {
  if (value instanceof Deferred) return value;
  if (isBody(value)) return fromCoroutine(value);
  throw new NotACoroutineError(`${reprOf(value)} is not a coroutine or a Deferred`);
}

/** Whether something is a started or unstarted generator, as a coroutine is represented here. */
export function isBody(value: unknown): value is Body {
  return Object.prototype.toString.call(value) === '[object Generator]';
}

/** What a Deferred of a body fails with when it is cancelled, until that has reached the body (I-8). */
class InternalCancelledError extends Exception {
  static override readonly className = '_InternalInlineCallbacksCancelledError';
}

/** Runs a body to its first wait, and on from there whenever that is over. */
function run(body: Body, wait: Wait, lost?: OnLost): Deferred {
  let awaited: Deferred | null = null;
  /** Whether nobody holds the Deferred of the end. */
  let isLost = false;
  // A function that catches its cancellation goes on: what was given out waits for another
  // Deferred then, which stands for the end (I-9).
  const cancel = (given: Deferred): void =>
    given.fireThrough(new Failure(new InternalCancelledError()), () => {
      end = new Deferred(cancel);
      try {
        awaited?.cancel();
      } catch (thrown) {
        // The Deferred that was given out fails with this, and waits for no other.
        isLost = true;
        if (end.result instanceof Failure) lost?.(end.result);
        throw thrown;
      }
      return end;
    });
  let end = new Deferred(cancel);
  const first = end;
  proceed(null);
  return first;

  /** Sends a result into the body, and the next, as long as there is no need to wait. */
  function proceed(sent: unknown): void {
    let result: unknown = sent;
    for (;;) {
      let step: IteratorResult<unknown, unknown>;
      try {
        step = result instanceof Failure ? body.throw(result.value) : body.next(result);
      } catch (thrown) {
        const failure = toFailure(thrown);
        end.errback(failure);
        if (isLost) lost?.(failure);
        return;
      }
      if (step.done === true) {
        end.callback(step.value);
        return;
      }
      const value = step.value === undefined ? null : step.value;
      const waitable = isBody(value) ? fromCoroutine(value) : value;
      if (waitable instanceof Deferred) {
        const ready = resultOf(waitable);
        if (ready === null) return;
        result = ready.result;
      } else result = wait === 'yield' ? waitable : cannotAwait(waitable);
    }
  }

  /** The result of what is waited for, or null where the body is to be called when it comes. */
  function resultOf(deferred: Deferred): { readonly result: unknown } | null {
    if (wait === 'await' && deferred.paused === 0 && deferred.result !== undefined) {
      // Left where it is, but taken notice of (I-12).
      try {
        deferred.takeUnhandled();
      } catch (thrown) {
        return { result: toFailure(thrown) };
      }
      return { result: deferred.result };
    }
    let ready: { readonly result: unknown } | null = null;
    let isWaiting = false;
    deferred.addBoth((result) => {
      if (isWaiting) proceed(result);
      else ready = { result };
      return null;
    });
    isWaiting = ready === null;
    if (isWaiting) awaited = deferred;
    return ready;
  }
}

/** What Python raises at an `await` of something else than a Deferred or a coroutine. */
function cannotAwait(value: unknown): Failure {
  return new Failure(
    new PythonTypeError(`object ${typeNameOf(value)} can't be used in 'await' expression`),
  );
}

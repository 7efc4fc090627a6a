import type { Seconds } from '#base/units.ts';

import { addTimeout, type OnTimeoutCancel } from './addTimeout.ts';
import { AlreadyCalledError, AssertionError, CancelledError, RecursionError } from './errors.ts';
import { Failure, givenFailure, toFailure } from './failure.ts';
import { classNameOf, reprOf } from './pythonText.ts';
import type { IReactorTime } from './reactorTime.ts';

/** A side of a link. Its return value is the next result; `undefined` counts as Python's None. */
export type LinkFunction = (result: unknown) => unknown;

/** A side of a link that is called with more arguments, after the result (D-1). */
export type LinkFunctionOf<A extends readonly unknown[]> = (result: unknown, ...args: A) => unknown;

/** Is told what a Deferred does, at the moment it happens. All of it is optional. */
export interface DeferredProbe {
  /** It got its first result, a Failure if `errback` gave it (D-4, D-5). */
  fired?(deferred: Deferred, result: unknown): void;
  /** One of its links returned a Deferred without a result (D-13). */
  waits?(deferred: Deferred, on: Deferred): void;
  /** It goes on with another one's result: after a wait, or at once (D-12). */
  resumed?(deferred: Deferred, from: Deferred, result: unknown): void;
  /** Its result went to another Deferred and is None now. */
  taken?(deferred: Deferred): void;
  /** A run of its links ended: on the failure rail, or else (U-2). Only changes are told. */
  marked?(deferred: Deferred, unhandled: boolean): void;
  /** It was fired with a failure (`link` is null), or a link gave one: a new one or that which it got. */
  failed?(deferred: Deferred, failure: Failure, link: LinkFunction | null): void;
  /** It was fired once too often, and this is about to be thrown (D-6). */
  refused?(deferred: Deferred, error: AlreadyCalledError): void;
  /** It was fired once too often, and that was let pass, for it had been cancelled (D-24). */
  forgiven?(deferred: Deferred): void;
  /** A link was put at the end of its chain, and runs next where it can (D-2). */
  added?(deferred: Deferred, callback: LinkFunction | null, errback: LinkFunction | null): void;
  /** A side of a link has run and gave this, a Failure where it threw one. A wait is told after it. */
  ran?(deferred: Deferred, side: LinkFunction, result: unknown): void;
  /** `pause` or `unpause` was called, and `paused` is this now (D-19). Waits are not told here. */
  pauses?(deferred: Deferred, paused: number): void;
  /** `cancel` was called where it has an effect: here if `on` is null, else on the innermost (D-28). */
  cancelled?(deferred: Deferred, on: Deferred | null): void;
}

/** Calls the deferred itself to fire it; its return value is ignored (D-26). */
export type Canceller = (deferred: Deferred) => void;

/**
 * `twisted.internet.defer.Deferred`: a result that may not be there yet, with the chain of what is
 * to be done with it. Links run synchronously in the caller's stack (D-4), as a loop over a work
 * stack, so chains by return value never overflow (D-22). `null` stands for None; a `result` of
 * `undefined` means that there is none yet.
 */
export class Deferred {
  static readonly className: string = 'Deferred';

  /** Whether it was fired (D-4). */
  called = false;
  /** How often `pause` was called without `unpause`, or a wait; not zero: stopped (D-19). */
  paused = 0;
  result: unknown = undefined;
  /** The mark of D-10 step 8: its last run ended with a failure that nobody has taken. */
  unhandled = false;
  /** Whether it ever had that mark. */
  wasUnhandled = false;
  probe: DeferredProbe | null = null;

  readonly #canceller: Canceller | null;
  /**
   * The links to come, two entries each: the callback side and the errback side. A Deferred that
   * waits for this one stands at its place among them (D-13), with null behind it.
   */
  #links: (LinkFunction | Deferred | null)[] = [];
  #next = 0;
  #running = false;
  #suppressAlreadyCalled = false;

  constructor(canceller: Canceller | null = null) {
    this.#canceller = canceller;
  }

  /** Extra arguments come after the result. */
  addCallback<A extends readonly unknown[]>(callback: LinkFunctionOf<A>, ...args: A): this {
    return this.#add(withArguments(callback, args), null);
  }

  addErrback<A extends readonly unknown[]>(errback: LinkFunctionOf<A>, ...args: A): this {
    return this.#add(null, withArguments(errback, args));
  }

  addBoth<A extends readonly unknown[]>(both: LinkFunctionOf<A>, ...args: A): this {
    const side = withArguments(both, args);
    return this.#add(side, side);
  }

  /**
   * Adds one link; null is a side that passes the result on. Runs it at once where it can (D-2).
   * Each side has its own extra arguments.
   */
  addCallbacks(callback: LinkFunction | null, errback?: LinkFunction | null): this;
  addCallbacks<A extends readonly unknown[], B extends readonly unknown[] = []>(
    callback: LinkFunctionOf<A> | null,
    errback: LinkFunctionOf<B> | null,
    callbackArgs: A,
    errbackArgs: B,
  ): this;
  addCallbacks<A extends readonly unknown[], B extends readonly unknown[]>(
    callback: LinkFunctionOf<A> | null,
    errback: LinkFunctionOf<B> | null = null,
    callbackArgs?: A,
    errbackArgs?: B,
  ): this {
    return this.#add(
      callback === null ? null : withArguments(callback, callbackArgs),
      errback === null ? null : withArguments(errback, errbackArgs),
    );
  }

  /**
   * Cancels it after a time unless its result has come to this place of the chain by then;
   * TimeoutError says so, or what `onTimeoutCancel` gives (D-31 to D-36).
   *
   * @throws what `callLater` of the clock throws.
   */
  addTimeout(timeout: Seconds, clock: IReactorTime, onTimeoutCancel?: OnTimeoutCancel): this {
    addTimeout(this, timeout, clock, onTimeoutCancel);
    return this;
  }

  /**
   * Fires it with a value; undefined is None.
   *
   * @throws AlreadyCalledError where it was fired before (D-6), unless that is forgiven (D-24).
   */
  callback(value: unknown): void {
    this.#fire(value === undefined ? null : value);
  }

  /**
   * Fires it with a failure; anything but a Failure is wrapped (D-5).
   *
   * @throws AlreadyCalledError as {@link callback} does; NoCurrentExceptionError without a failure.
   */
  errback(failure?: unknown): void {
    this.#fire(givenFailure(failure));
  }

  /**
   * Connects another Deferred: it gets the result, and this one goes on with None (D-23). Its late
   * firing is its own affair.
   */
  chainDeferred(other: Deferred): this {
    return this.addCallbacks(
      (result) => other.callback(result),
      (failure) => other.errback(failure),
    );
  }

  /**
   * Fires it with a failure that `handle` gets before all other links: so a coroutine that is
   * cancelled takes its Deferred back, and goes on (I-9).
   */
  fireThrough(failure: Failure, handle: LinkFunction): void {
    this.#links.unshift(null, handle);
    this.errback(failure);
  }

  pause(): void {
    this.paused += 1;
    this.probe?.pauses?.(this, this.paused);
  }

  /** Runs the links where the count comes to zero (D-19). */
  unpause(): void {
    this.paused -= 1;
    this.probe?.pauses?.(this, this.paused);
    if (this.paused === 0 && this.called) runLinks(this);
  }

  /**
   * Gives up (D-24 to D-29): an unfired one fails with CancelledError unless its canceller fires
   * it; one that waits passes the cancel on to what it waits for; any other is left alone.
   * What a canceller throws reaches the caller (D-27).
   */
  cancel(): void {
    if (this.called) {
      // Its result tells, not its wait: unpaused by hand, it may have gone on without waiting.
      if (!(this.result instanceof Deferred)) return;
      const on = innermost(this.result);
      this.probe?.cancelled?.(this, on);
      on.cancel();
      return;
    }
    this.probe?.cancelled?.(this, null);
    if (this.#canceller === null) this.#suppressAlreadyCalled = true;
    else this.#canceller(this);
    if (!this.called) this.errback(new CancelledError());
  }

  /**
   * Its failure, if it has one, counts as handled, though it stays its result (I-12).
   *
   * @throws AssertionError where it comes to its first failure in a run of links that goes on:
   * Twisted has nowhere to note it yet.
   */
  takeUnhandled(): void {
    if (this.result instanceof Failure && !this.wasUnhandled) throw new AssertionError();
    if (!this.unhandled) return;
    this.unhandled = false;
    this.probe?.marked?.(this, false);
  }

  /** `str(deferred)`, without its address. */
  toString(): string {
    return this.repr();
  }

  /** `repr(deferred)`, which is its text form, too. */
  repr(): string {
    const { result } = this;
    const name = classNameOf(this);
    if (result === undefined) return `<${name}>`;
    if (result instanceof Deferred && this.paused !== 0) return `<${name} waiting on Deferred>`;
    return `<${name} current result: ${reprOf(result)}>`;
  }

  #add(callback: LinkFunction | null, errback: LinkFunction | null): this {
    this.probe?.added?.(this, callback, errback);
    const isNext = this.called && this.paused === 0 && !this.#running && this.#links.length === 0;
    if (!isNext) {
      this.#links.push(callback, errback);
      if (this.called) runLinks(this);
      return this;
    }
    // What runs at once need not be queued before.
    this.#call(callback, errback);
    const waits = this.result instanceof Deferred && !this.#adopt(this.result);
    // A pause by that link is not looked at before the links that it added have run (D-20).
    if (!waits && this.#links.length > 0) runOn(this);
    else mark(this);
    return this;
  }

  #fire(result: unknown): void {
    if (this.called) {
      this.#refuse();
      return;
    }
    this.called = true;
    this.result = result;
    if (this.probe !== null) {
      this.probe.fired?.(this, result);
      if (result instanceof Failure) this.probe.failed?.(this, result, null);
    }
    runLinks(this);
  }

  #refuse(): void {
    if (!this.#suppressAlreadyCalled) {
      const error = new AlreadyCalledError();
      this.probe?.refused?.(this, error);
      throw error;
    }
    this.#suppressAlreadyCalled = false;
    this.probe?.forgiven?.(this);
  }

  /** Runs links until none is left, or one makes this Deferred wait; gives what waited for it, if that can go on now. */
  static runUntilWait(current: Deferred): Deferred | null {
    for (;;) {
      const links = current.#links;
      const next = current.#next;
      if (next === links.length) break;
      const callback = links[next] as LinkFunction | Deferred | null;
      const errback = links[next + 1] as LinkFunction | null;
      current.#next = next + 2;
      if (typeof callback === 'object' && callback !== null) {
        callback.#resumeFrom(current);
        return callback;
      }
      current.#call(callback, errback);
      if (current.result instanceof Deferred && !current.#adopt(current.result)) return null;
    }
    if (current.#next > 0) {
      current.#links = [];
      current.#next = 0;
    }
    return null;
  }

  /** Whether one of its links runs just now: its result is about to change. */
  static isRunning(deferred: Deferred): boolean {
    return deferred.#running;
  }

  #call(callback: LinkFunction | null, errback: LinkFunction | null): void {
    const side = this.result instanceof Failure ? errback : callback;
    if (side === null) return;
    this.#running = true;
    try {
      const result = side(this.result);
      this.result = result === undefined ? null : result;
    } catch (thrown) {
      this.result = toFailure(thrown);
    } finally {
      this.#running = false;
    }
    if (this.probe === null) return;
    this.probe.ran?.(this, side, this.result);
    if (this.result instanceof Failure) this.probe.failed?.(this, this.result, side);
  }

  /** A link gave another Deferred: takes its result (D-12) or waits for it (D-13). True: go on. */
  #adopt(inner: Deferred): boolean {
    const { result } = inner;
    if (result === undefined || result instanceof Deferred || inner.paused !== 0) {
      this.#waitFor(inner);
      return false;
    }
    this.#takeResult(inner);
    return true;
  }

  #waitFor(inner: Deferred): void {
    this.paused += 1;
    inner.#links.push(this, null);
    this.probe?.waits?.(this, inner);
  }

  /** The wait for `inner` is over (D-10 step 4). */
  #resumeFrom(inner: Deferred): void {
    this.#takeResult(inner);
    this.paused -= 1;
  }

  #takeResult(inner: Deferred): void {
    const { result } = inner;
    inner.result = null;
    inner.unhandled = false;
    inner.probe?.taken?.(inner);
    // Who waits for itself has taken its own (D-18).
    this.result = inner === this ? null : result;
    this.probe?.resumed?.(this, inner, this.result);
  }
}

/** A function that is called with extra arguments; the function itself where there are none. */
function withArguments<A extends readonly unknown[]>(
  side: LinkFunctionOf<A>,
  args: A | undefined,
): LinkFunction {
  if (args !== undefined && args.length > 0) return (result) => side(result, ...args);
  // With no arguments to come, a side of these is one of the result alone.
  return side as unknown as LinkFunction;
}

/** The run of links of D-10, from one Deferred to all that go on because of it. */
function runLinks(first: Deferred): void {
  if (Deferred.isRunning(first)) return;
  if (first.paused === 0) runOn(first);
}

/** The rest of that run: `first` is not looked at for a pause any more (D-20). */
function runOn(first: Deferred): void {
  const waited = Deferred.runUntilWait(first);
  if (waited === null) {
    mark(first);
    return;
  }
  const stack = [first, waited];
  for (let current = stack.at(-1); current !== undefined; current = stack.at(-1)) {
    if (current.paused !== 0) return;
    const resumed = Deferred.runUntilWait(current);
    if (resumed !== null) {
      stack.push(resumed);
      continue;
    }
    mark(current);
    stack.pop();
  }
}

/** Step 8 of D-10. */
function mark(deferred: Deferred): void {
  const unhandled = deferred.result instanceof Failure;
  if (unhandled === deferred.unhandled) return;
  deferred.unhandled = unhandled;
  if (unhandled) deferred.wasUnhandled = true;
  deferred.probe?.marked?.(deferred, unhandled);
}

/**
 * The last of a row of Deferreds that wait for each other, or the first of them that has its own
 * way of being cancelled, as a list (L-11): the one that a cancel reaches (D-28).
 *
 * @throws RecursionError where they wait for each other in a circle (D-18).
 */
function innermost(deferred: Deferred): Deferred {
  const seen = new Set<Deferred>();
  let last = deferred;
  while (last.result instanceof Deferred && last.cancel === Deferred.prototype.cancel) {
    if (seen.has(last)) throw new RecursionError();
    seen.add(last);
    last = last.result;
  }
  return last;
}

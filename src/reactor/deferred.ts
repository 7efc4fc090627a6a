import { AlreadyCalledError, CancelledError, RecursionError } from './errors.ts';
import { Failure, toFailure } from './failure.ts';

/** A side of a link. Its return value is the next result; `undefined` counts as Python's None. */
export type LinkFunction = (result: unknown) => unknown;

/** A link of the chain: null is a side that passes the result on (D-1). */
interface Link {
  readonly callback: LinkFunction | null;
  readonly errback: LinkFunction | null;
}

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
  /** Whether it was fired (D-4). */
  called = false;
  /** How often `pause` was called without `unpause`, or a wait; not zero: stopped (D-19). */
  paused = 0;
  result: unknown = undefined;
  /** The mark of D-10 step 8: its last run ended with a failure that nobody has taken. */
  unhandled = false;
  probe: DeferredProbe | null = null;

  readonly #canceller: Canceller | null;
  /** Links, and Deferreds that wait for this one at their place among them (D-13). */
  #links: (Link | Deferred)[] = [];
  #next = 0;
  #running = false;
  #suppressAlreadyCalled = false;

  constructor(canceller: Canceller | null = null) {
    this.#canceller = canceller;
  }

  addCallback(callback: LinkFunction): this {
    return this.addCallbacks(callback, null);
  }

  addErrback(errback: LinkFunction): this {
    return this.addCallbacks(null, errback);
  }

  addBoth(both: LinkFunction): this {
    return this.addCallbacks(both, both);
  }

  /** Adds one link; null is a side that passes the result on. Runs it at once where it can (D-2). */
  addCallbacks(callback: LinkFunction | null, errback: LinkFunction | null = null): this {
    this.#links.push({ callback, errback });
    if (this.called) runLinks(this);
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
   * @throws AlreadyCalledError as {@link callback} does.
   */
  errback(failure: unknown): void {
    this.#fire(toFailure(failure));
  }

  pause(): void {
    this.paused += 1;
  }

  /** Runs the links where the count comes to zero (D-19). */
  unpause(): void {
    this.paused -= 1;
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
      if (this.result instanceof Deferred) innermost(this.result).cancel();
      return;
    }
    if (this.#canceller === null) this.#suppressAlreadyCalled = true;
    else this.#canceller(this);
    if (!this.called) this.errback(new CancelledError());
  }

  #fire(result: unknown): void {
    if (this.called) {
      if (!this.#suppressAlreadyCalled) throw new AlreadyCalledError();
      this.#suppressAlreadyCalled = false;
      return;
    }
    this.called = true;
    this.result = result;
    this.probe?.fired?.(this, result);
    runLinks(this);
  }

  /** Runs links until none is left, or one makes this Deferred wait; gives what waited for it, if that can go on now. */
  static runUntilWait(current: Deferred): Deferred | null {
    while (current.#next < current.#links.length) {
      const link = current.#take();
      if (link instanceof Deferred) {
        link.#resumeFrom(current);
        return link;
      }
      current.#call(link);
      if (current.result instanceof Deferred && !current.#adopt(current.result)) return null;
    }
    return null;
  }

  static isRunning(deferred: Deferred): boolean {
    return deferred.#running;
  }

  #take(): Link | Deferred {
    const link = this.#links[this.#next] as Link | Deferred;
    this.#next += 1;
    if (this.#next === this.#links.length) {
      this.#links = [];
      this.#next = 0;
    }
    return link;
  }

  #call(link: Link): void {
    const side = this.result instanceof Failure ? link.errback : link.callback;
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
  }

  /** A link gave another Deferred: takes its result (D-12) or waits for it (D-13). True: go on. */
  #adopt(inner: Deferred): boolean {
    const { result } = inner;
    if (result === undefined || result instanceof Deferred || inner.paused !== 0) {
      this.paused += 1;
      inner.#links.push(this);
      this.probe?.waits?.(this, inner);
      return false;
    }
    this.#takeResult(inner);
    return true;
  }

  /** The wait for `inner` is over (D-10 step 4). */
  #resumeFrom(inner: Deferred): void {
    this.#takeResult(inner);
    this.paused -= 1;
  }

  #takeResult(inner: Deferred): void {
    this.result = inner.result;
    inner.result = null;
    inner.unhandled = false;
    inner.probe?.taken?.(inner);
    this.probe?.resumed?.(this, inner, this.result);
  }
}

/** The run of links of D-10, from one Deferred to all that go on because of it. */
function runLinks(first: Deferred): void {
  if (Deferred.isRunning(first)) return;
  const stack = [first];
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
  deferred.probe?.marked?.(deferred, unhandled);
}

/**
 * The last of a row of Deferreds that wait for each other: the one that a cancel reaches (D-28).
 *
 * @throws RecursionError where they wait for each other in a circle (D-18).
 */
function innermost(deferred: Deferred): Deferred {
  const seen = new Set<Deferred>();
  let last = deferred;
  while (last.result instanceof Deferred) {
    if (seen.has(last)) throw new RecursionError();
    seen.add(last);
    last = last.result;
  }
  return last;
}

import { Deferred } from './deferred.ts';
import { AssertionError, ValueError } from './errors.ts';
import { maybeDeferred } from './maybeDeferred.ts';

/** What the lock and the semaphore share: Deferreds that wait in turn for a place. */
abstract class ConcurrencyPrimitive {
  /** Who waits, first come first. */
  readonly waiting: Deferred[] = [];

  /** Whether a place is free. */
  protected abstract readonly isFree: boolean;
  protected abstract take(): void;
  protected abstract giveBack(): void;

  /** A Deferred that fires with this when a place is there, at once where one is free (P-1). */
  acquire(): Deferred {
    const deferred = new Deferred((waiter) => {
      const place = this.waiting.indexOf(waiter);
      if (place !== -1) this.waiting.splice(place, 1);
    });
    if (this.isFree) {
      this.take();
      deferred.callback(this);
    } else this.waiting.push(deferred);
    return deferred;
  }

  /** Gives a place back; the first who waits has it before this returns (P-1). */
  release(): void {
    this.giveBack();
    const next = this.waiting.shift();
    if (next === undefined) return;
    this.take();
    next.callback(this);
  }

  /**
   * Acquires, calls `f` as `maybeDeferred` does, releases when its result is there, and gives that
   * result: after the release, so whoever waits runs first (P-3).
   */
  run(f: () => unknown): Deferred {
    return this.acquire().addCallback(() =>
      maybeDeferred(f).addBoth((result) => {
        this.release();
        return result;
      }),
    );
  }

  /**
   * `async with` in a body of `fromCoroutine` or `inlineCallbacks`: `yield* lock.hold(block)`
   * acquires, runs the block, and releases whichever way it is left (P-11).
   */
  *hold<T>(block: () => Generator<unknown, T, unknown>): Generator<unknown, T, unknown> {
    yield this.acquire();
    try {
      return yield* block();
    } finally {
      this.release();
    }
  }
}

/** `twisted.internet.defer.DeferredLock` (P-1 to P-5). */
export class DeferredLock extends ConcurrencyPrimitive {
  locked = false;

  protected override get isFree(): boolean {
    return !this.locked;
  }

  protected override take(): void {
    this.locked = true;
  }

  protected override giveBack(): void {
    if (!this.locked) throw new AssertionError('Tried to release an unlocked lock');
    this.locked = false;
  }
}

/** `twisted.internet.defer.DeferredSemaphore` (P-6, P-7). */
export class DeferredSemaphore extends ConcurrencyPrimitive {
  /** How many places are free. */
  tokens: number;
  readonly limit: number;

  /** @throws ValueError for fewer than one token. */
  constructor(tokens: number) {
    super();
    if (tokens < 1) throw new ValueError('DeferredSemaphore requires tokens >= 1');
    this.tokens = tokens;
    this.limit = tokens;
  }

  protected override get isFree(): boolean {
    return this.tokens > 0;
  }

  protected override take(): void {
    this.tokens -= 1;
  }

  protected override giveBack(): void {
    if (this.tokens >= this.limit) {
      throw new AssertionError('Someone released me too many times: too many tokens!');
    }
    this.tokens += 1;
  }
}

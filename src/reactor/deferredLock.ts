import { Deferred } from './deferred.ts';
import { AssertionError, ValueError } from './errors.ts';
import { maybeDeferred } from './maybeDeferred.ts';

/**
 * Is told what a lock or a semaphore does, at the moment it happens. The Deferred of an acquire is
 * also the one that `run` returns: it says whose token it is.
 */
export interface ConcurrencyProbe {
  /** No token is free: an acquire waits, and its Deferred is the last of `waiting`. */
  queued?(primitive: ConcurrencyPrimitive, acquire: Deferred): void;
  /** An acquire has its token, and its Deferred fires next; `waited` where it was queued before. */
  taken?(primitive: ConcurrencyPrimitive, acquire: Deferred, waited: boolean): void;
  /**
   * A token was given back, which makes `free` of them. `acquire` is that of the `run` or `hold`
   * which has ended, null where `release` was called by hand.
   */
  released?(primitive: ConcurrencyPrimitive, free: number, acquire: Deferred | null): void;
  /** A queued acquire was cancelled: it has left `waiting`, and its Deferred fails next (P-5). */
  removed?(primitive: ConcurrencyPrimitive, acquire: Deferred): void;
}

/** What the lock and the semaphore share: Deferreds that wait in turn for a token. */
export abstract class ConcurrencyPrimitive {
  /** Who waits, first come first. */
  readonly waiting: Deferred[] = [];
  probe: ConcurrencyProbe | null = null;

  /** How many tokens are free. */
  protected abstract readonly free: number;
  protected abstract take(): void;
  protected abstract giveBack(): void;

  /** A Deferred that fires with this when a token is there, at once where one is free (P-1). */
  acquire(): Deferred {
    const deferred = new Deferred((waiter) => {
      const place = this.waiting.indexOf(waiter);
      if (place === -1) return;
      this.waiting.splice(place, 1);
      this.probe?.removed?.(this, waiter);
    });
    if (this.free > 0) this.#give(deferred, false);
    else {
      this.waiting.push(deferred);
      this.probe?.queued?.(this, deferred);
    }
    return deferred;
  }

  /**
   * Gives a token back; the first who waits has it before this returns (P-1).
   *
   * @throws AssertionError where all tokens are there.
   */
  release(): void {
    this.#release(null);
  }

  /**
   * Acquires, calls `f` as `maybeDeferred` does, releases when its result is there, and gives that
   * result: after the release, so whoever waits runs first (P-3).
   */
  run(f: () => unknown): Deferred {
    const acquire = this.acquire();
    return acquire.addCallback(() =>
      maybeDeferred(f).addBoth((result) => {
        this.#release(acquire);
        return result;
      }),
    );
  }

  /**
   * `async with` in a body of `fromCoroutine` or `inlineCallbacks`: `yield* lock.hold(block)`
   * acquires, runs the block, and releases whichever way it is left (P-11).
   */
  *hold<T>(block: () => Generator<unknown, T, unknown>): Generator<unknown, T, unknown> {
    const acquire = this.acquire();
    yield acquire;
    try {
      return yield* block();
    } finally {
      this.#release(acquire);
    }
  }

  #release(acquire: Deferred | null): void {
    this.giveBack();
    this.probe?.released?.(this, this.free, acquire);
    const next = this.waiting.shift();
    if (next !== undefined) this.#give(next, true);
  }

  #give(acquire: Deferred, waited: boolean): void {
    this.take();
    this.probe?.taken?.(this, acquire, waited);
    acquire.callback(this);
  }
}

/** `twisted.internet.defer.DeferredLock` (P-1 to P-5). */
export class DeferredLock extends ConcurrencyPrimitive {
  locked = false;

  protected override get free(): number {
    return this.locked ? 0 : 1;
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
  /** How many tokens are free. */
  tokens: number;
  readonly limit: number;

  /** @throws ValueError for fewer than one token. */
  constructor(tokens: number) {
    super();
    if (tokens < 1) throw new ValueError('DeferredSemaphore requires tokens >= 1');
    this.tokens = tokens;
    this.limit = tokens;
  }

  protected override get free(): number {
    return this.tokens;
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

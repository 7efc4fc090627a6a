import { Deferred } from './deferred.ts';
import { Exception, RecursionError } from './errors.ts';
import { Failure, toFailure } from './failure.ts';
import { reprOf } from './pythonText.ts';
import { PythonTuple } from './pythonTuple.ts';

/** An element's outcome in the result of a {@link DeferredList}. */
export type DeferredListResult = readonly [success: boolean, result: unknown];

/** How a {@link DeferredList} fires, by Twisted's own names. All default to false. */
export interface DeferredListOptions {
  readonly fireOnOneCallback?: boolean;
  readonly fireOnOneErrback?: boolean;
  readonly consumeErrors?: boolean;
}

/** `twisted.internet.defer.FirstError` (L-5). */
export class FirstError extends Exception {
  static override readonly className = 'FirstError';
  static override readonly moduleName = 'twisted.internet.defer';
  readonly subFailure: Failure;
  /** The place of the Deferred in its list. */
  readonly index: number;

  constructor(subFailure: Failure, index: number) {
    super(`FirstError[#${index}, ${subFailure.toString()}]`);
    this.subFailure = subFailure;
    this.index = index;
  }

  override repr(): string {
    return `FirstError[#${this.index}, ${reprOf(this.subFailure.value)}]`;
  }
}

/** Is told of exceptions that have nowhere to go: those of cancellers of a list's elements (L-10). */
export type LogFailure = (failure: Failure) => void;

/** How often lists may be cancelled anew in the course of one cancel: a circle goes on without end. */
const MOST_ROUNDS = 100;

/** The rounds in the course of the present cancel of a list; null outside of one. */
let rounds: number | null = null;

/**
 * `twisted.internet.defer.DeferredList`: fires when all of its Deferreds have, or with the first
 * (L-1 to L-11).
 */
export class DeferredList extends Deferred {
  static override readonly className = 'DeferredList';

  /** The outcomes so far, in the order of the list. */
  readonly resultList: (DeferredListResult | null)[];

  readonly #elements: readonly Deferred[];
  readonly #options: DeferredListOptions;
  readonly #log: LogFailure;
  #finished = 0;
  #isCancelling = false;

  constructor(
    elements: Iterable<Deferred>,
    options: DeferredListOptions = {},
    log: LogFailure = () => {},
  ) {
    super();
    this.#elements = [...elements];
    this.#options = options;
    this.#log = log;
    this.resultList = this.#elements.map(() => null);
    if (this.#elements.length === 0 && options.fireOnOneCallback !== true) this.callback([]);
    this.#elements.forEach((element, index) => {
      element.addCallbacks(
        (result) => this.#take(index, true, result),
        (failure) => this.#take(index, false, failure),
      );
    });
  }

  /**
   * Cancels every element; the list then fires by their results (L-10). Without effect once fired
   * (L-11).
   *
   * @throws RecursionError where elements wait for the list, so that they cancel each other in a
   * circle: Twisted goes round until Python stops it, or for ever.
   */
  override cancel(): void {
    if (this.called) return;
    const isFirst = rounds === null;
    rounds ??= 0;
    try {
      if (this.#isCancelling) rounds += 1;
      if (rounds > MOST_ROUNDS) throw new RecursionError();
      this.probe?.cancelled?.(this, null);
      const wasCancelling = this.#isCancelling;
      this.#isCancelling = true;
      this.#cancelElements();
      this.#isCancelling = wasCancelling;
    } finally {
      if (isFirst) rounds = null;
    }
  }

  #cancelElements(): void {
    for (const element of this.#elements) {
      try {
        element.cancel();
      } catch (thrown) {
        this.#log(toFailure(thrown));
      }
    }
  }

  #take(index: number, success: boolean, result: unknown): unknown {
    const { fireOnOneCallback, fireOnOneErrback, consumeErrors } = this.#options;
    this.resultList[index] = PythonTuple.pair(success, result);
    this.#finished += 1;
    if (!this.called) {
      if (success && fireOnOneCallback === true) this.callback(PythonTuple.pair(result, index));
      else if (!success && fireOnOneErrback === true) {
        this.errback(new Failure(new FirstError(toFailure(result), index)));
      } else if (this.#finished === this.resultList.length) this.callback(this.resultList);
    }
    return !success && consumeErrors === true ? null : result;
  }
}

/**
 * `defer.gatherResults`: the plain values in list order, or FirstError at the first failure (L-12).
 */
export function gatherResults(
  elements: Iterable<Deferred>,
  consumeErrors = false,
  log?: LogFailure,
): Deferred {
  const list = new DeferredList(elements, { fireOnOneErrback: true, consumeErrors }, log);
  return list.addCallback((results) =>
    (results as readonly DeferredListResult[]).map(([, result]) => result),
  );
}

/** `twisted.internet.defer.FailureGroup`: all that raced have failed (L-13). */
export class FailureGroup extends Exception {
  static override readonly className = 'FailureGroup';
  static override readonly moduleName = 'twisted.internet.defer';
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super();
    this.failures = failures;
  }
}

/**
 * `defer.race`: fires with `[index, value]` of the first that succeeds, after cancelling the
 * others; fails with FailureGroup where none does (L-13).
 */
export function race(elements: Iterable<Deferred>): Deferred {
  const racers = [...elements];
  const cancelAll = (except: Deferred | null): void => {
    for (const racer of racers) if (racer !== except) racer.cancel();
  };
  const finish = new Deferred(() => cancelAll(null));
  const failures: Failure[] = [];
  let failed = 0;
  let isWon = false;
  const succeeded = (value: unknown, racer: Deferred, index: number): void => {
    if (isWon) return;
    isWon = true;
    cancelAll(racer);
    finish.callback(PythonTuple.pair(index, value));
  };
  const fails = (failure: unknown, index: number): void => {
    failures[index] = toFailure(failure);
    failed += 1;
    if (failed === racers.length) finish.errback(new FailureGroup(failures));
  };
  racers.forEach((racer, index) => {
    racer.addCallbacks(succeeded, fails, [racer, index], [index]);
  });
  return finish;
}

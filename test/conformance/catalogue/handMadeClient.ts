import type { Seconds } from '#base/units.ts';
import {
  afterFailure,
  clientTransition,
  NEW_CLIENT,
  whenConnected,
  type ClientEffect,
  type ClientEvent,
  type ClientState,
  type ConnectionWaiter,
} from '#reactor/clientPolicy.ts';
import { Deferred } from '#reactor/deferred.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import { CancelledError, Exception } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import { fail, maybeDeferred, succeed } from '#reactor/maybeDeferred.ts';

import type { Scenario } from './scenario.ts';

/** A connection's protocol. */
class P {}

class ConnectionRefusedError extends Exception {
  static override readonly className = 'ConnectionRefusedError';
  constructor() {
    super('Connection was refused by other side.');
  }
}

class ConnectionDone extends Exception {
  static override readonly className = 'ConnectionDone';
  constructor() {
    super('Connection was closed cleanly.');
  }
}

interface Waiter extends ConnectionWaiter {
  readonly deferred: Deferred;
}

/**
 * A `ClientService` made of the port's pure functions: it does what they say. Its attempts to
 * connect are refused and accepted by hand.
 */
export class HandMadeClient {
  running = false;

  readonly #s: Scenario;
  readonly #policy: (failures: number) => Seconds;
  readonly #prepare: ((protocol: unknown) => unknown) | null;
  #state: ClientState = NEW_CLIENT;
  #attempts = 0;
  #attempt = new Deferred();
  #timer: DelayedCall | null = null;
  #connection: unknown = null;
  #waiters: readonly Waiter[] = [];
  #stopWaiters: readonly Deferred[] = [];

  constructor(s: Scenario, prepare: ((protocol: unknown) => unknown) | null = null) {
    this.#s = s;
    this.#prepare = prepare;
    this.#policy = (attempt) => {
      s.log('policy', { attempt });
      return attempt;
    };
  }

  startService(): void {
    if (this.running) return;
    this.running = true;
    this.#happens('start');
  }

  stopService(): Deferred {
    this.running = false;
    const stopped = new Deferred();
    this.#stopWaiters = [...this.#stopWaiters, stopped];
    this.#happens('stop');
    return stopped;
  }

  whenConnected(failAfterFailures: number | null = null): Deferred {
    const answer = whenConnected(this.#state.phase);
    if (answer === 'connection') return succeed(this.#connection);
    if (answer === 'cancelled') return fail(new CancelledError());
    const deferred = new Deferred();
    this.#waiters = [...this.#waiters, { deferred, failAfterFailures }];
    return deferred;
  }

  /** The attempt under way is refused. */
  refuse(): void {
    this.#attempt.errback(new ConnectionRefusedError());
  }

  /** The attempt under way succeeds. */
  accept(): void {
    this.#s.log('connectionMade');
    this.#attempt.callback(new P());
  }

  /** The connection is lost, cleanly. */
  lose(): void {
    this.#s.log('connectionLost', { why: new Failure(new ConnectionDone()) });
    this.#happens('lost');
  }

  /** `subject` is the new connection, or the failure of an attempt. */
  #happens(event: ClientEvent, subject: unknown = null): void {
    const { state, effects } = clientTransition(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#do(effect, subject);
  }

  #do(effect: ClientEffect, subject: unknown): void {
    switch (effect) {
      case 'connect':
        this.#connect();
        return;
      case 'cancelAttempt':
        this.#attempt.cancel();
        return;
      case 'loseConnection':
        this.#s.log('loseConnection');
        return;
      case 'startTimer': {
        const delay = this.#policy(this.#state.failures);
        this.#timer = this.#s.clock.callLater(delay, () => this.#happens('timer'));
        return;
      }
      case 'cancelTimer':
        this.#timer?.cancel();
        return;
      case 'tellWaiters':
        this.#connection = subject;
        this.#tellAll(subject);
        return;
      case 'failWaiters': {
        const { failing, waiting } = afterFailure(this.#waiters);
        this.#waiters = waiting;
        for (const { deferred } of failing) deferred.callback(subject);
        return;
      }
      case 'cancelWaiters':
        this.#tellAll(new Failure(new CancelledError()));
        return;
      case 'fireStop': {
        const stopped = this.#stopWaiters;
        this.#stopWaiters = [];
        for (const deferred of stopped) deferred.callback(null);
      }
    }
  }

  #connect(): void {
    this.#attempts += 1;
    const attempt = this.#attempts;
    this.#s.log('connect', { attempt });
    const prepare = this.#prepare;
    this.#attempt = new Deferred(() => this.#s.log('connect cancelled', { attempt }))
      .addCallback((protocol) =>
        prepare === null
          ? protocol
          : maybeDeferred(() => prepare(protocol)).addCallback(() => protocol),
      )
      .addCallback((protocol) => this.#happens('made', protocol))
      .addErrback((failure) => this.#happens('failed', failure));
  }

  #tellAll(result: unknown): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const { deferred } of waiters) deferred.callback(result);
  }
}

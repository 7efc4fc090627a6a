/** Where a client is between its attempts and its connection, by S-12. */
export type ClientPhase =
  | 'init'
  | 'connecting'
  | 'waiting'
  | 'connected'
  | 'disconnecting'
  | 'restarting'
  | 'stopped';

/** What a `ClientService` remembers of its past. */
export interface ClientState {
  readonly phase: ClientPhase;
  /** Attempts that have failed since the last connection; a lost connection counts as one (S-12). */
  readonly failures: number;
}

/** What happens to a client: its owner's wishes, its attempts' ends, its retry timer. */
export type ClientEvent = 'start' | 'stop' | 'made' | 'failed' | 'lost' | 'timer';

/**
 * What a client is to do, in order:
 *
 * - `connect`, `cancelAttempt`, `loseConnection` to its endpoint
 * - `startTimer` with the delay that the policy gives for `failures`, `cancelTimer`
 * - `tellWaiters` of the connection, `failWaiters` that {@link afterFailure} names, with the
 *   attempt's failure, `cancelWaiters` with CancelledError
 * - `fireStop`: the Deferreds of `stopService` fire
 */
export type ClientEffect =
  | 'connect'
  | 'cancelAttempt'
  | 'loseConnection'
  | 'startTimer'
  | 'cancelTimer'
  | 'tellWaiters'
  | 'failWaiters'
  | 'cancelWaiters'
  | 'fireStop';

/** A state and what to do on the way to it. */
export interface ClientTransition {
  readonly state: ClientState;
  readonly effects: readonly ClientEffect[];
}

/** A client that was never started. */
export const NEW_CLIENT: ClientState = { phase: 'init', failures: 0 };

type Rule = readonly [next: ClientPhase, ...effects: readonly ClientEffect[]];

/** The table of S-12; an event that a phase does not name changes nothing. */
const TABLE: Readonly<Record<ClientPhase, Partial<Readonly<Record<ClientEvent, Rule>>>>> = {
  init: { start: ['connecting', 'connect'], stop: ['stopped', 'fireStop'] },
  stopped: { start: ['connecting', 'connect'], stop: ['stopped', 'fireStop'] },
  connecting: {
    made: ['connected', 'tellWaiters'],
    failed: ['waiting', 'startTimer', 'failWaiters'],
    stop: ['disconnecting', 'cancelAttempt'],
  },
  waiting: {
    timer: ['connecting', 'connect'],
    stop: ['stopped', 'cancelWaiters', 'cancelTimer', 'fireStop'],
  },
  connected: { lost: ['waiting', 'startTimer'], stop: ['disconnecting', 'loseConnection'] },
  disconnecting: {
    lost: ['stopped', 'cancelWaiters', 'fireStop'],
    failed: ['stopped', 'cancelWaiters', 'fireStop'],
    start: ['restarting'],
  },
  restarting: {
    lost: ['connecting', 'connect', 'fireStop'],
    stop: ['disconnecting'],
  },
};

/** `ClientService`'s states as a pure function (S-12): where an event leads, and what is to be done. */
export function clientTransition(state: ClientState, event: ClientEvent): ClientTransition {
  const rule = TABLE[state.phase][event];
  if (rule === undefined) return { state, effects: [] };
  const [phase, ...effects] = rule;
  return { state: { phase, failures: failuresAfter(state, event) }, effects };
}

function failuresAfter({ phase, failures }: ClientState, event: ClientEvent): number {
  if (event === 'made') return 0;
  const counts =
    event === 'failed' ? phase === 'connecting' : event === 'lost' && phase === 'connected';
  return counts ? failures + 1 : failures;
}

/** Somebody who waits for a connection (`whenConnected`). */
export interface ConnectionWaiter {
  /** With which failed attempt, counted from now, it fails; null for never (S-13). */
  readonly failAfterFailures: number | null;
}

/** What `whenConnected` gives in a phase: the connection, CancelledError, or a wait (S-13). */
export function whenConnected(phase: ClientPhase): 'connection' | 'cancelled' | 'wait' {
  if (phase === 'connected') return 'connection';
  return phase === 'stopped' ? 'cancelled' : 'wait';
}

/** Parts the waiters at a failed attempt: those that fail with it, and those that wait on (S-13). */
export function afterFailure<W extends ConnectionWaiter>(
  waiters: readonly W[],
): { readonly failing: readonly W[]; readonly waiting: readonly W[] } {
  const isFailing = ({ failAfterFailures: left }: W): boolean => left !== null && left <= 1;
  return {
    failing: waiters.filter(isFailing),
    waiting: waiters
      .filter((waiter) => !isFailing(waiter))
      .map((waiter) =>
        waiter.failAfterFailures === null
          ? waiter
          : { ...waiter, failAfterFailures: waiter.failAfterFailures - 1 },
      ),
  };
}

import { msg, type Text } from '#words/words.ts';

/**
 * The kinds of event of a run that a breakpoint can name, in a few words that follow a node's name:
 * `poll ticks`. They are the kinds of the trace; a test holds the two lists together.
 */
export const EVENT_WORDS = {
  startup: msg('starts to run'),
  passBegan: msg('begins a pass'),
  passEnded: msg('ends a pass'),
  stopRequested: msg('is told to stop'),
  loggedError: msg('has an error logged'),
  started: msg('is started'),
  scheduled: msg('plans a call'),
  unscheduled: msg('has its call cancelled'),
  ran: msg('runs its call'),
  ticked: msg('ticks'),
  skipped: msg('skips ticks'),
  looped: msg('goes on looping'),
  bodyWaits: msg('waits in its function'),
  stopped: msg('is stopped'),
  entered: msg('enters a function'),
  logged: msg('prints'),
  blocked: msg('blocks'),
  returned: msg('returns'),
  returnedDeferred: msg('returns a Deferred'),
  raised: msg('raises'),
  fired: msg('fires'),
  failed: msg('fails'),
  passed: msg('passes a link'),
  waits: msg('waits for a Deferred'),
  resumed: msg('has what it waited for'),
  taken: msg('gives its result away'),
  cancelled: msg('is cancelled'),
  unhandled: msg('has an unhandled failure'),
  handled: msg('is handled after all'),
  reported: msg('is reported as unhandled'),
  advanced: msg('is advanced'),
  tickPlanned: msg("plans the Cooperator's tick"),
  tickCancelled: msg("cancels the Cooperator's tick"),
  tickBegan: msg("begins the Cooperator's tick"),
  became: msg('gets another result'),
  pauseCalled: msg('is paused'),
  resumeCalled: msg('is resumed'),
  timeoutSet: msg('sets a timeout'),
  timeoutCleared: msg('clears a timeout'),
  timedOut: msg('times out'),
  wentOn: msg('goes on'),
  stepped: msg('takes a step'),
  assigned: msg('gets a worker'),
  queued: msg('waits for a worker'),
  jobBegan: msg('begins in a thread'),
  jobEnded: msg('ends in a thread'),
  acquireWaits: msg('waits for a token'),
  acquired: msg('gets a token'),
  released: msg('gives its token back'),
  getWaits: msg('waits for an object'),
  got: msg('gets an object'),
  gaveUp: msg('gives up waiting'),
  put: msg('stores an object'),
  ended: msg('is over'),
  handed: msg('hands an object on'),
} as const satisfies Readonly<Record<string, Text>>;

/** A kind of event that a breakpoint can name. */
export type BreakpointEvent = keyof typeof EVENT_WORDS;

/** All of them, in the order of the trace format. */
export const BREAKPOINT_EVENTS = Object.keys(EVENT_WORDS) as readonly BreakpointEvent[];

/**
 * What an event's value is: nothing, a number (seconds or a count), an interned
 * {@link TraceValue}, or another instance.
 */
export type Payload = 'none' | 'number' | 'value' | 'instance';

/**
 * The code of each kind of event in the kind column. Codes are part of the trace format: new kinds
 * are added at the end.
 *
 * Of the reactor (node -1):
 * - `startup` the reactor runs; start-up hooks follow
 * - `passBegan`, `passEnded` one run over the due calls; only passes in which something runs
 * - `stopRequested` `reactor.stop()` was called; the pass goes on to its end
 * - `loggedError` an exception left a delayed call or a start-up hook; of that node
 * - `advanced` a test clock's time was moved (T-13); by how many seconds, to the time of this event
 * - `tickPlanned` the Cooperator plans its next tick; due time in virtual seconds
 * - `tickCancelled`, `tickBegan` that tick is taken back, or has come
 *
 * Of an instance of a node:
 * - `started` the instance exists and the node's name is bound to it
 * - `scheduled` a delayed call is pending, or has moved; due time in virtual seconds
 * - `unscheduled` its delayed call was cancelled
 * - `ran` its delayed call is called; lateness in seconds
 * - `ticked` a LoopingCall calls its function; number of this tick of the instance, from 1
 * - `skipped` a LoopingCall passed over grid points; how many
 * - `looped` a LoopingCall's function has ended and the loop goes on
 * - `bodyWaits` a LoopingCall or a cooperative task waits for the Deferred that its function
 *   returned, a coroutine for the one that it awaits
 * - `stopped` `stop()` was called on it
 * - `entered` a function is entered at the event's link; its input, none when called with nothing
 * - `logged` it printed a line
 * - `blocked` it blocks the reactor; for how many seconds, from the time of this event
 * - `returned`, `returnedDeferred`, `raised` the function is left; cause is its `entered`
 * - `fired`, `failed` the Deferred got its first result, by `callback` or `errback`
 * - `passed` the result passed a link that has no handler on its rail
 * - `waits` the Deferred waits for another one that a link returned
 * - `resumed` it goes on with the other one's result
 * - `taken` its result went to a Deferred that waited for it, and is None now
 * - `cancelled` `cancel()` was called on it
 * - `unhandled` a failure has passed the last link and nobody waits for it
 * - `handled` that failure was handled after all
 * - `became` a link that is none of its chain (of a loop, a list, a coroutine that waited for it, or
 *   of Twisted itself) has given it another result
 * - `pauseCalled`, `resumeCalled` `pause()`, or `unpause()` or `resume()`, was called on it
 * - `timeoutSet` the timer of a timeout link is pending; due time in virtual seconds
 * - `timeoutCleared`, `timedOut` that timer was cancelled, or has come and cancels the Deferred
 * - `wentOn` what a coroutine or a task waited for has its result, and it goes on
 * - `ended` a LoopingCall or a cooperative task is over; with the failure of a loop's function
 * - `stepped` a cooperative task takes a step; its number, from 1
 * - `assigned`, `queued` a job was given to a worker (its number), or waits for one
 * - `jobBegan`, `jobEnded` a worker begins or ends it; the worker's number
 * - `acquireWaits`, `acquired`, `released` a guarded call waits for a token, has it, gives it back
 * - `getWaits`, `got` a get waits for an object, or has it
 * - `gaveUp` it was cancelled while it waited for a token or an object
 * - `put` an object was put into a queue and is stored (of the queue's node, instance 0)
 * - `handed` an object was put, and goes to who has waited longest (of the queue's node)
 * - `reported` the Deferred was let go with that failure: Twisted writes "Unhandled error in Deferred"
 */
export const KIND = {
  startup: 0,
  passBegan: 1,
  passEnded: 2,
  stopRequested: 3,
  loggedError: 4,
  started: 5,
  scheduled: 6,
  unscheduled: 7,
  ran: 8,
  ticked: 9,
  skipped: 10,
  looped: 11,
  bodyWaits: 12,
  stopped: 13,
  entered: 14,
  logged: 15,
  blocked: 16,
  returned: 17,
  returnedDeferred: 18,
  raised: 19,
  fired: 20,
  failed: 21,
  passed: 22,
  waits: 23,
  resumed: 24,
  taken: 25,
  cancelled: 26,
  unhandled: 27,
  handled: 28,
  reported: 29,
  advanced: 30,
  tickPlanned: 31,
  tickCancelled: 32,
  tickBegan: 33,
  became: 34,
  pauseCalled: 35,
  resumeCalled: 36,
  timeoutSet: 37,
  timeoutCleared: 38,
  timedOut: 39,
  wentOn: 40,
  stepped: 41,
  assigned: 42,
  queued: 43,
  jobBegan: 44,
  jobEnded: 45,
  acquireWaits: 46,
  acquired: 47,
  released: 48,
  getWaits: 49,
  got: 50,
  gaveUp: 51,
  put: 52,
  ended: 53,
  handed: 54,
} as const;

/** The kind of an event. */
export type EventKind = keyof typeof KIND;

/** The code of a kind. */
export type KindCode = (typeof KIND)[EventKind];

const PAYLOADS = {
  startup: 'none',
  passBegan: 'none',
  passEnded: 'none',
  stopRequested: 'none',
  loggedError: 'value',
  started: 'none',
  scheduled: 'number',
  unscheduled: 'none',
  ran: 'number',
  ticked: 'number',
  skipped: 'number',
  looped: 'none',
  bodyWaits: 'instance',
  stopped: 'none',
  entered: 'value',
  logged: 'value',
  blocked: 'number',
  returned: 'value',
  returnedDeferred: 'instance',
  raised: 'value',
  fired: 'value',
  failed: 'value',
  passed: 'value',
  waits: 'instance',
  resumed: 'value',
  taken: 'none',
  cancelled: 'none',
  unhandled: 'value',
  handled: 'none',
  reported: 'value',
  advanced: 'number',
  tickPlanned: 'number',
  tickCancelled: 'none',
  tickBegan: 'none',
  became: 'value',
  pauseCalled: 'none',
  resumeCalled: 'none',
  timeoutSet: 'number',
  timeoutCleared: 'none',
  timedOut: 'none',
  wentOn: 'value',
  stepped: 'number',
  assigned: 'number',
  queued: 'none',
  jobBegan: 'number',
  jobEnded: 'number',
  acquireWaits: 'none',
  acquired: 'none',
  released: 'none',
  getWaits: 'none',
  got: 'value',
  gaveUp: 'none',
  put: 'value',
  ended: 'value',
  handed: 'value',
} as const satisfies Readonly<Record<EventKind, Payload>>;

/** The codes of the kinds with one of these payloads. */
export type CodeWith<P extends Payload> = {
  [Kind in EventKind]: (typeof PAYLOADS)[Kind] extends P ? (typeof KIND)[Kind] : never;
}[EventKind];

/** All kinds; the index of one is its code. */
export const KINDS = Object.keys(KIND) as readonly EventKind[];

/** What the value of events of this kind is. */
export function payloadOf(kind: EventKind): Payload {
  return PAYLOADS[kind];
}

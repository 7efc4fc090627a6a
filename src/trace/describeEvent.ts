import { pythonNumber, pythonStr } from '#base/python.ts';

import { formatDuration } from './formatTime.ts';
import { functionAt } from './functionAt.ts';
import type { EventKind } from './eventKinds.ts';
import type { InstanceRef } from './traceColumns.ts';
import { REACTOR } from './traceHeader.ts';
import type { TraceEvent } from './readEvent.ts';
import type { Trace } from './traceTable.ts';
import { NONE, shortRepr } from './traceValue.ts';

/** What an event is about, for shape and colour. */
export type Tone =
  | 'result'
  | 'failure'
  | 'waiting'
  | 'paused'
  | 'blocking'
  | 'time'
  | 'tick'
  | 'plain'
  | 'reactor';

/** An event in words. */
export interface EventDescription {
  readonly tone: Tone;
  /** The node's id, or `reactor`. */
  readonly subject: string;
  /** What happened to it, such as `tick 3` or `parse(12) → 13`. */
  readonly text: string;
}

/** What the words for events are made from: a whole trace has more than that. */
export type EventSource = Pick<Trace, 'header' | 'eventAt'>;

/** Says an event in words. Of others it reads at most the `entered` of the function that it ends. */
export function describeEvent(trace: EventSource, sequence: number): EventDescription {
  const event = trace.eventAt(sequence);
  return {
    tone: toneOf(event),
    subject: nodeName(trace, event.node),
    text: textOf(trace, event),
  };
}

/** The id of a node by its index, or `reactor`. */
export function nodeName(trace: Pick<Trace, 'header'>, node: number): string {
  return node === REACTOR ? 'reactor' : (trace.header.nodes[node]?.id ?? '?');
}

/** Another instance in words: the node's id, with the instance's number from the second on. */
export function instanceName(
  trace: Pick<Trace, 'header'>,
  { node, instance }: InstanceRef,
): string {
  return instance > 1 ? `${nodeName(trace, node)} #${instance}` : nodeName(trace, node);
}

const TONES: Readonly<Record<EventKind, Tone>> = {
  startup: 'reactor',
  passBegan: 'reactor',
  passEnded: 'reactor',
  stopRequested: 'reactor',
  loggedError: 'failure',
  started: 'time',
  scheduled: 'waiting',
  unscheduled: 'plain',
  ran: 'time',
  ticked: 'tick',
  skipped: 'paused',
  looped: 'plain',
  bodyWaits: 'paused',
  stopped: 'plain',
  entered: 'plain',
  logged: 'plain',
  blocked: 'blocking',
  returned: 'result',
  returnedDeferred: 'paused',
  raised: 'failure',
  fired: 'result',
  failed: 'failure',
  passed: 'plain',
  waits: 'paused',
  resumed: 'time',
  taken: 'plain',
  cancelled: 'plain',
  unhandled: 'failure',
  handled: 'result',
  reported: 'failure',
  advanced: 'reactor',
  tickPlanned: 'reactor',
  tickCancelled: 'reactor',
  tickBegan: 'reactor',
  became: 'plain',
  pauseCalled: 'paused',
  resumeCalled: 'plain',
  timeoutSet: 'waiting',
  timeoutCleared: 'plain',
  timedOut: 'failure',
  wentOn: 'time',
  stepped: 'tick',
  assigned: 'waiting',
  queued: 'waiting',
  jobBegan: 'time',
  jobEnded: 'plain',
  acquireWaits: 'waiting',
  acquired: 'time',
  released: 'plain',
  getWaits: 'waiting',
  got: 'time',
  gaveUp: 'plain',
  put: 'result',
  ended: 'plain',
  handed: 'result',
};

/** Kinds whose tone is that of their value. */
const RESULTS: ReadonlySet<EventKind> = new Set(['passed', 'returned', 'resumed', 'became']);

function toneOf(event: TraceEvent): Tone {
  const failure = event.value?.is === 'failure';
  if (event.kind === 'ended' && failure) return 'failure';
  if (RESULTS.has(event.kind)) {
    return failure ? 'failure' : 'result';
  }
  return TONES[event.kind];
}

function textOf(trace: EventSource, event: TraceEvent): string {
  const value = shortRepr(event.value ?? NONE, 48);
  const other = event.other === null ? '' : instanceName(trace, event.other);
  const number = event.number ?? 0;
  switch (event.kind) {
    case 'startup':
      return 'starts';
    case 'passBegan':
      return 'pass begins';
    case 'passEnded':
      return 'pass ends';
    case 'stopRequested':
      return 'stop() called';
    case 'loggedError':
      return `error logged: ${value}`;
    case 'started':
      return event.instance > 1 ? `started, #${event.instance}` : 'started';
    case 'scheduled':
      return `due at ${formatDuration(number)}`;
    case 'unscheduled':
      return 'delayed call cancelled';
    case 'ran':
      return number > 0 ? `delayed call runs, ${formatDuration(number)} late` : 'delayed call runs';
    case 'ticked':
      return `tick ${number}`;
    case 'skipped':
      return number === 1 ? 'skipped 1 tick' : `skipped ${number} ticks`;
    case 'looped':
      return 'goes on';
    case 'bodyWaits':
    case 'waits':
      return `waits for ${other}`;
    case 'stopped':
      return 'stop() called';
    case 'entered':
      return `${called(trace, event)} called`;
    case 'logged':
      return event.value?.is === 'json' ? pythonStr(event.value.json) : value;
    case 'blocked':
      return `blocks ${formatDuration(number)}`;
    case 'returned':
      return `${called(trace, event)} → ${value}`;
    case 'returnedDeferred':
      return `${called(trace, event)} → Deferred of ${other}`;
    case 'raised':
      return `${called(trace, event)} raised ${value}`;
    case 'fired':
      return `fired with ${value}`;
    case 'failed':
      return `failed with ${value}`;
    case 'passed':
      return `${value} passes link ${event.link + 1}`;
    case 'resumed':
      return `goes on with ${value}`;
    case 'taken':
      return 'result taken, now None';
    case 'cancelled':
      return 'cancel() called';
    case 'unhandled':
      return `unhandled so far: ${value}`;
    case 'handled':
      return 'handled after all';
    case 'reported':
      return `Unhandled error in Deferred: ${value}`;
    case 'advanced':
      return `advance(${pythonNumber(number)})`;
    case 'tickPlanned':
      return `the Cooperator's next tick is due at ${formatDuration(number)}`;
    case 'tickCancelled':
      return "the Cooperator's tick is cancelled";
    case 'tickBegan':
      return "the Cooperator's tick begins";
    case 'became':
      return `its result is ${value} now`;
    case 'pauseCalled':
      return 'pause() called';
    case 'resumeCalled':
      return trace.header.nodes[event.node]?.kind === 'cooperate'
        ? 'resume() called'
        : 'unpause() called';
    case 'timeoutSet':
      return `times out at ${formatDuration(number)}`;
    case 'timeoutCleared':
      return 'timeout cancelled';
    case 'timedOut':
      return 'timed out: it is cancelled';
    case 'wentOn':
      return event.value === null ? 'goes on' : `goes on with ${value}`;
    case 'stepped':
      return `step ${number}`;
    case 'assigned':
      return `given to worker ${number}`;
    case 'queued':
      return 'waits for a worker';
    case 'jobBegan':
      return `worker ${number} begins`;
    case 'jobEnded':
      return `worker ${number} has done it`;
    case 'acquireWaits':
      return `waits for a token of ${resourceName(trace, event)}`;
    case 'acquired':
      return `has a token of ${resourceName(trace, event)}`;
    case 'released':
      return `gives its token back to ${resourceName(trace, event)}`;
    case 'getWaits':
      return `waits for an object of ${resourceName(trace, event)}`;
    case 'got':
      return `gets ${value} from ${resourceName(trace, event)}`;
    case 'gaveUp':
      return `leaves the line of ${resourceName(trace, event)}`;
    case 'ended':
      return event.value === null ? 'is over' : `ends with ${value}`;
    case 'put':
    case 'handed':
      return `put(${value})`;
  }
}

/** The semaphore or queue of an event's node. */
function resourceName(trace: Pick<Trace, 'header'>, event: TraceEvent): string {
  return nodeName(trace, trace.header.nodes[event.node]?.resource ?? REACTOR);
}

/** The call that an event of a function belongs to: `parse(12)`. */
function called(trace: EventSource, event: TraceEvent): string {
  const entered = event.kind === 'entered' ? event : trace.eventAt(event.cause);
  const name = functionAt(trace.header, entered.node, entered.link, entered.value) ?? '?';
  return entered.value === null ? `${name}()` : `${name}(${shortRepr(entered.value, 24)})`;
}

import { pythonNumber, pythonStr } from '#base/python.ts';
import { t } from '#words/words.ts';

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
      return t('starts');
    case 'passBegan':
      return t('pass begins');
    case 'passEnded':
      return t('pass ends');
    case 'stopRequested':
      return t('{{call}} called', { call: 'stop()' });
    case 'loggedError':
      return t('error logged: {{value}}', { value });
    case 'started':
      return event.instance > 1
        ? t('started, #{{number}}', { number: String(event.instance) })
        : t('started');
    case 'scheduled':
      return t('due at {{time}}', { time: formatDuration(number) });
    case 'unscheduled':
      return t('delayed call cancelled');
    case 'ran':
      return number > 0
        ? t('delayed call runs, {{time}} late', { time: formatDuration(number) })
        : t('delayed call runs');
    case 'ticked':
      return t('tick {{number}}', { number });
    case 'skipped':
      return t('skipped {{count}} ticks', { count: number });
    case 'looped':
      return t('goes on');
    case 'bodyWaits':
    case 'waits':
      return t('waits for {{other}}', { other });
    case 'stopped':
      return t('{{call}} called', { call: 'stop()' });
    case 'entered':
      return t('{{call}} called', { call: called(trace, event) });
    case 'logged':
      return event.value?.is === 'json' ? pythonStr(event.value.json) : value;
    case 'blocked':
      return t('blocks {{time}}', { time: formatDuration(number) });
    case 'returned':
      return `${called(trace, event)} → ${value}`;
    case 'returnedDeferred':
      return t('{{call}} → Deferred of {{other}}', { call: called(trace, event), other });
    case 'raised':
      return t('{{call}} raised {{value}}', { call: called(trace, event), value });
    case 'fired':
      return t('fired with {{value}}', { value });
    case 'failed':
      return t('failed with {{value}}', { value });
    case 'passed':
      return t('{{value}} passes link {{link}}', { value, link: event.link + 1 });
    case 'resumed':
      return t('goes on with {{value}}', { value });
    case 'taken':
      return t('result taken, now None');
    case 'cancelled':
      return t('{{call}} called', { call: 'cancel()' });
    case 'unhandled':
      return t('unhandled so far: {{value}}', { value });
    case 'handled':
      return t('handled after all');
    case 'reported':
      return t('Unhandled error in Deferred: {{value}}', { value });
    case 'advanced':
      return `advance(${pythonNumber(number)})`;
    case 'tickPlanned':
      return t("the Cooperator's next tick is due at {{time}}", { time: formatDuration(number) });
    case 'tickCancelled':
      return t("the Cooperator's tick is cancelled");
    case 'tickBegan':
      return t("the Cooperator's tick begins");
    case 'became':
      return t('its result is {{value}} now', { value });
    case 'pauseCalled':
      return t('{{call}} called', { call: 'pause()' });
    case 'resumeCalled':
      return t('{{call}} called', {
        call: trace.header.nodes[event.node]?.kind === 'cooperate' ? 'resume()' : 'unpause()',
      });
    case 'timeoutSet':
      return t('times out at {{time}}', { time: formatDuration(number) });
    case 'timeoutCleared':
      return t('timeout cancelled');
    case 'timedOut':
      return t('timed out: it is cancelled');
    case 'wentOn':
      return event.value === null ? t('goes on') : t('goes on with {{value}}', { value });
    case 'stepped':
      return t('step {{number}}', { number });
    case 'assigned':
      return t('given to worker {{number}}', { number });
    case 'queued':
      return t('waits for a worker');
    case 'jobBegan':
      return t('worker {{number}} begins', { number });
    case 'jobEnded':
      return t('worker {{number}} has done it', { number });
    case 'acquireWaits':
      return t('waits for a token of {{name}}', { name: resourceName(trace, event) });
    case 'acquired':
      return t('has a token of {{name}}', { name: resourceName(trace, event) });
    case 'released':
      return t('gives its token back to {{name}}', { name: resourceName(trace, event) });
    case 'getWaits':
      return t('waits for an object of {{name}}', { name: resourceName(trace, event) });
    case 'got':
      return t('gets {{value}} from {{name}}', { value, name: resourceName(trace, event) });
    case 'gaveUp':
      return t('leaves the line of {{name}}', { name: resourceName(trace, event) });
    case 'ended':
      return event.value === null ? t('is over') : t('ends with {{value}}', { value });
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

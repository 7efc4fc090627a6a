import type { Seconds } from '#base/units.ts';
import type { FieldEdge, ScheduleEdge, StepEdge } from '#schedule/edges.ts';
import { nodeName } from '#trace/describeEvent.ts';
import type { EventKind } from '#trace/eventKinds.ts';
import { NO_CAUSE, NO_LINK } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

/** What can be seen in a trace of a step that names a node. A reset and a delay look the same there. */
type Deed =
  | 'start'
  | 'wait'
  | 'stop'
  | 'cancel'
  | 'move'
  | 'fire'
  | 'fail'
  | 'pause'
  | 'resume'
  | 'put';

/**
 * `returnedDeferred` is where a chain begins to wait: its cause is the function, `waits` has none.
 * A delayed call that is made has its node's start as its cause, one that is moved the function.
 */
const DEEDS: Partial<Record<EventKind, Deed>> = {
  started: 'start',
  returnedDeferred: 'wait',
  bodyWaits: 'wait',
  stopped: 'stop',
  cancelled: 'cancel',
  scheduled: 'move',
  fired: 'fire',
  failed: 'fail',
  pauseCalled: 'pause',
  resumeCalled: 'resume',
  put: 'put',
  handed: 'put',
};

/** When the field of a node acts. */
const FIELDS: Partial<Record<EventKind, FieldEdge['field']>> = {
  acquireWaits: 'semaphore',
  acquired: 'semaphore',
  released: 'semaphore',
  getWaits: 'queue',
  got: 'queue',
};

/** More events than this at one instant are a blur; it also bounds the work of a playhead's move. */
const LOOK_BACK = 400;

/**
 * What nodes did to nodes in the events from `since` up to the `count`th, in keys that
 * {@link actKeysOf} makes of arrows too.
 */
export function recentActs(trace: Trace, count: number, since: Seconds): ReadonlySet<string> {
  const acts = new Set<string>();
  const last = Math.min(count, trace.length) - 1;
  for (let sequence = last; sequence >= 0 && sequence > last - LOOK_BACK; sequence -= 1) {
    if (trace.timeAt(sequence) < since) break;
    const field = fieldAt(trace, sequence);
    if (field !== null) acts.add(fieldActKey(nodeName(trace, trace.nodeAt(sequence)), field));
    const step = stepActAt(trace, sequence);
    if (step !== null) acts.add(step);
  }
  return acts;
}

/** The field that acts in an event: a list's members where it begins to wait for them. */
function fieldAt(trace: Trace, sequence: number): FieldEdge['field'] | null {
  const kind = trace.kindAt(sequence);
  if (kind === 'started') return kindAt(trace, sequence) === 'deferredList' ? 'member' : null;
  return FIELDS[kind] ?? null;
}

function stepActAt(trace: Trace, sequence: number): string | null {
  const deed = DEEDS[trace.kindAt(sequence)];
  const cause = trace.causeAt(sequence);
  if (deed === undefined || cause === NO_CAUSE || !isInFunction(trace, cause)) return null;
  const target = deed === 'wait' ? trace.otherAt(sequence).node : trace.nodeAt(sequence);
  const link = trace.linkAt(cause);
  const failure = link !== NO_LINK && trace.valueAt(cause)?.is === 'failure';
  const source = nodeName(trace, trace.nodeAt(cause));
  return actKey(source, link, failure, deed, nodeName(trace, target));
}

/** Whether what an event causes is done by a function: one that was entered, or a coroutine that went on. */
function isInFunction(trace: Trace, sequence: number): boolean {
  const kind = trace.kindAt(sequence);
  return kind === 'entered' || (kind === 'wentOn' && kindAt(trace, sequence) === 'coroutine');
}

function kindAt(trace: Trace, sequence: number): string | undefined {
  return trace.header.nodes[trace.nodeAt(sequence)]?.kind;
}

/** The acts that are this arrow's: it has just acted where one of them is recent. */
export function actKeysOf(edge: ScheduleEdge): readonly string[] {
  const { source, target } = edge;
  if (edge.by === 'field') return [fieldActKey(source, edge.field)];
  const { place } = edge;
  const keys = (link: number, failure: boolean): readonly string[] =>
    deedsOf(edge).map((deed) => actKey(source, link, failure, deed, target));
  if (place.at === 'own') return keys(NO_LINK, false);
  if (place.side !== 'both') return keys(place.link, place.side === 'errback');
  return [...keys(place.link, false), ...keys(place.link, true)];
}

function deedsOf({ does, starts }: StepEdge): readonly Deed[] {
  switch (does) {
    case 'returnDeferred':
    case 'await':
      return starts ? ['start', 'wait'] : ['wait'];
    case 'reset':
    case 'delay':
      return ['move'];
    default:
      return [does];
  }
}

function actKey(
  source: string,
  link: number,
  failure: boolean,
  deed: Deed,
  target: string,
): string {
  return `${source}/${link}/${failure ? 'errback' : 'callback'}/${deed}/${target}`;
}

function fieldActKey(source: string, field: FieldEdge['field']): string {
  return `${source}/${field}`;
}

import type { Seconds } from '#base/units.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { nodeName } from '#trace/describeEvent.ts';
import type { EventKind } from '#trace/eventKinds.ts';
import { NO_CAUSE, NO_LINK } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

/** What can be seen in a trace of a step that names a node. */
type Deed = 'start' | 'wait' | 'stop' | 'cancel' | 'fire' | 'fail';

/** `returnedDeferred` is where a chain begins to wait: its cause is the function, `waits` has none. */
const DEEDS: Partial<Record<EventKind, Deed>> = {
  started: 'start',
  returnedDeferred: 'wait',
  stopped: 'stop',
  cancelled: 'cancel',
  fired: 'fire',
  failed: 'fail',
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
    const deed = DEEDS[trace.kindAt(sequence)];
    const cause = trace.causeAt(sequence);
    if (deed === undefined || cause === NO_CAUSE || trace.kindAt(cause) !== 'entered') continue;
    const target = deed === 'wait' ? trace.otherAt(sequence).node : trace.nodeAt(sequence);
    const link = trace.linkAt(cause);
    const failure = link !== NO_LINK && trace.valueAt(cause)?.is === 'failure';
    const source = nodeName(trace, trace.nodeAt(cause));
    acts.add(actKey(source, link, failure, deed, nodeName(trace, target)));
  }
  return acts;
}

/** The acts that are this arrow's: it has just acted where one of them is recent. */
export function actKeysOf(edge: ScheduleEdge): readonly string[] {
  const { place, source, target } = edge;
  const keys = (link: number, failure: boolean): readonly string[] =>
    deedsOf(edge).map((deed) => actKey(source, link, failure, deed, target));
  if (place.at === 'own') return keys(NO_LINK, false);
  if (place.side !== 'both') return keys(place.link, place.side === 'errback');
  return [...keys(place.link, false), ...keys(place.link, true)];
}

function deedsOf({ does, starts }: ScheduleEdge): readonly Deed[] {
  if (does !== 'returnDeferred') return [does];
  return starts ? ['start', 'wait'] : ['wait'];
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

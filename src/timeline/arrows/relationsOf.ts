import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import { indexOf } from '#trace/traceIndex.ts';
import { NO_CAUSE } from '#trace/traceHeader.ts';

/** The cause of an event and its effects, by their sequence numbers. */
export interface Relations {
  readonly cause: number | null;
  /** The first effects. */
  readonly effects: readonly number[];
  /** How many more there are. */
  readonly more: number;
}

/** So many effects are shown: more arrows could not be told apart. */
const MOST = 40;

interface Known {
  readonly event: number;
  readonly length: number;
  readonly relations: Relations;
}

const known = new WeakMap<TimelineLayout, Known>();

/** The relations of an event as far as the run is known: remembered, since frames ask again and again. */
export function relationsOf(layout: TimelineLayout, event: number): Relations {
  const { trace, length } = layout;
  const before = known.get(layout);
  if (before?.event === event && before.length === length) return before.relations;
  const cause = trace.causeAt(event);
  const index = indexOf(trace);
  const effects = index.effectsOf(event, MOST);
  const more = effects.length < MOST ? 0 : index.countEffects(event) - MOST;
  const relations = { cause: cause === NO_CAUSE ? null : cause, effects, more };
  known.set(layout, { event, length, relations });
  return relations;
}

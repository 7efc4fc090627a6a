import type { Schedule } from '#schedule/schema.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import type { EventKind } from '#trace/eventKinds.ts';
import type { TraceEvent } from '#trace/readEvent.ts';

/** A way to write a run down. It keeps no more of the run than what is under way. */
export interface TraceFormat {
  /** The kinds of events that it has to see. */
  readonly kinds: ReadonlySet<EventKind>;
  /** What stands before the first event. */
  readonly begin: string;
  /** The next event, with the ends of its lines; empty where it shows nothing of it. */
  event(event: TraceEvent): string;
  /** What stands after the last event, in pieces. */
  end(end: RunEnd): Iterable<string>;
}

/** Makes a format for a run of a schedule. */
export type MakeFormat = (schedule: Schedule, header: TraceHeader) => TraceFormat;

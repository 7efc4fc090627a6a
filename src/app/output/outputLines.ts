import { partitionPoint } from '#base/binarySearch.ts';
import { pythonStr } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { isPaused, type RunEnd } from '#trace/runEnd.ts';
import { encodeInstance } from '#trace/traceColumns.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { NONE, reprOf } from '#trace/traceValue.ts';
import type { TraceReader, TraceReading } from '#app/reading/traceReading.ts';

/** A line that the program printed, or that Twisted wrote about an error of it. */
export interface OutputLine {
  /** The event that wrote it; null: it is written when the program ends. */
  readonly sequence: number | null;
  readonly time: Seconds;
  /** The node whose function it was. */
  readonly subject: string;
  readonly text: string;
  /** `error`: the program's standard error. */
  readonly stream: 'output' | 'error';
  /** The instance whose unhandled error this is, by {@link encodeInstance}, else null. */
  readonly unhandled: number | null;
}

/** The lines of the first events of a trace. Grows by {@link OUTPUT_READER}. */
export interface Output extends TraceReading {
  readonly count: number;
  /** The lines; what lies behind `count` means nothing. */
  readonly lines: readonly OutputLine[];
}

interface GrowingOutput extends Output {
  readonly lines: OutputLine[];
}

/** Reads what a program wrote out of its trace. */
export const OUTPUT_READER: TraceReader<GrowingOutput> = {
  slice: 50_000,
  begin: (trace) => ({ trace, read: 0, count: 0, lines: [] }),
  continues: (known, trace) => known.trace === trace,
  readOn(known, upTo) {
    const { trace, read, lines } = known;
    if (upTo <= read) return known;
    let { count } = known;
    for (let sequence = read; sequence < upTo; sequence += 1) {
      const kind = trace.kindAt(sequence);
      if (kind !== 'logged' && kind !== 'loggedError' && kind !== 'reported') continue;
      const event = trace.eventAt(sequence);
      const common = {
        sequence,
        time: event.time,
        subject: nodeName(trace, event.node),
        stream: kind === 'logged' ? 'output' : 'error',
        unhandled: kind === 'reported' ? encodeInstance(event.node, event.instance) : null,
      } as const;
      for (const text of written(event).split('\n')) {
        // Readings share their lines, as they share the rows of the event index.
        lines[count] = { ...common, text };
        count += 1;
      }
    }
    return { ...known, read: upTo, count };
  },
};

function written({ kind, value }: TraceEvent): string {
  const said = value ?? NONE;
  if (kind === 'logged') return said.is === 'json' ? pythonStr(said.json) : reprOf(said);
  if (kind === 'reported') return `Unhandled error in Deferred: ${reprOf(said)}`;
  return `Unhandled Error: ${reprOf(said)}`;
}

/**
 * What Twisted writes when the program ends: the failures that nobody has handled or written yet.
 * A run that is only paused has not ended.
 */
export function linesAtEnd({ trace, lines, count }: Output, end: RunEnd): readonly OutputLine[] {
  if (end.unhandled.length === 0 || isPaused(end)) return [];
  const known = new Set<number | null>();
  for (let line = 0; line < count; line += 1) known.add(lines[line]?.unhandled ?? null);
  return end.unhandled
    .map(({ node, instance, error }) => ({
      sequence: null,
      time: end.time,
      subject: nodeName(trace, node),
      text: `Unhandled error in Deferred: ${reprOf(error)}`,
      stream: 'error' as const,
      unhandled: encodeInstance(node, instance),
    }))
    .filter((line) => !known.has(line.unhandled));
}

/** How many of the lines were written by the first `count` events of the trace. */
export function linesUntil(output: Output, count: number): number {
  return partitionPoint(0, output.count, (line) => (output.lines[line]?.sequence ?? 0) >= count);
}

/** The lines as the program's terminal would have shown them. */
export function textOfOutput(lines: readonly OutputLine[]): string {
  return lines.map((line) => `${line.text}\n`).join('');
}

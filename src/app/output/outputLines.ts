import { partitionPoint } from '#base/binarySearch.ts';
import { pythonStr } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';
import { eachSegment } from '#app/reading/eachSegment.ts';
import { enlarged } from '#app/reading/enlarged.ts';
import type { TraceReader, TraceReading } from '#app/reading/traceReading.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { KIND, KINDS } from '#trace/eventKinds.ts';
import { isPaused, type RunEnd } from '#trace/runEnd.ts';
import { encodeInstance, MOST_ROWS } from '#trace/traceColumns.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { Trace } from '#trace/traceTable.ts';
import { NONE, reprOf } from '#trace/traceValue.ts';

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
}

/** The lines of the first events of a trace. Grows by {@link OUTPUT_READER}. */
export interface Output extends TraceReading {
  /** How many lines there are. */
  readonly count: number;
  /** The event that wrote each line, rising; what lies behind `count` means nothing. */
  readonly sequences: Uint32Array;
}

/** Whether a kind of event, by its code, writes lines: 1 or 0. */
const WRITES = new Uint8Array(KINDS.length);
for (const code of [KIND.logged, KIND.loggedError, KIND.reported]) WRITES[code] = 1;

/** Reads what a program wrote out of its trace. */
export const OUTPUT_READER: TraceReader<Output> = {
  slice: MOST_ROWS,
  begin: (trace) => ({ trace, read: 0, count: 0, sequences: new Uint32Array(256) }),
  continues: (known, trace) => known.trace === trace,
  readOn(known, upTo) {
    const { trace, read } = known;
    if (upTo <= read) return known;
    let { count, sequences } = known;
    eachSegment(trace, read, upTo, ({ kind }, from, end, base) => {
      for (let row = from; row < end; row += 1) {
        if (WRITES[kind[row] as number] === 0) continue;
        for (let left = lineCount(written(trace, base + row)); left > 0; left -= 1) {
          // Readings share their lines, as they share the rows of the event index.
          if (count === sequences.length) sequences = enlarged(sequences);
          sequences[count] = base + row;
          count += 1;
        }
      }
    });
    return { trace, read: upTo, count, sequences };
  },
};

/** The line at an index; null where there is none. */
export function lineAt({ trace, count, sequences }: Output, index: number): OutputLine | null {
  if (index < 0 || index >= count) return null;
  const sequence = sequences[index] as number;
  const first = partitionPoint(0, index, (line) => (sequences[line] as number) >= sequence);
  return {
    sequence,
    time: trace.timeAt(sequence),
    subject: nodeName(trace, trace.nodeAt(sequence)),
    text: written(trace, sequence).split('\n')[index - first] ?? '',
    stream: trace.kindAt(sequence) === 'logged' ? 'output' : 'error',
  };
}

/** What an event wrote. */
function written(trace: Trace, sequence: number): string {
  const said = trace.valueAt(sequence) ?? NONE;
  const kind = trace.kindCodeAt(sequence);
  if (kind === KIND.logged) return said.is === 'json' ? pythonStr(said.json) : reprOf(said);
  if (kind === KIND.reported) return `Unhandled error in Deferred: ${reprOf(said)}`;
  return `Unhandled Error: ${reprOf(said)}`;
}

function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * What Twisted writes when the program ends: the failures that nobody has handled or written yet.
 * A run that is only paused has not ended.
 */
export function linesAtEnd({ trace, read }: Output, end: RunEnd): readonly OutputLine[] {
  if (end.unhandled.length === 0 || isPaused(end)) return [];
  const known = new Set<number>();
  const reported = indexOf(trace).ofKind('reported');
  for (let index = reported.countBefore(read) - 1; index >= 0; index -= 1) {
    const sequence = reported.at(index) ?? 0;
    known.add(encodeInstance(trace.nodeAt(sequence), trace.instanceAt(sequence)));
  }
  return end.unhandled
    .filter(({ node, instance }) => !known.has(encodeInstance(node, instance)))
    .map(({ node, error }) => ({
      sequence: null,
      time: end.time,
      subject: nodeName(trace, node),
      text: `Unhandled error in Deferred: ${reprOf(error)}`,
      stream: 'error' as const,
    }));
}

/** How many of the lines were written by the first `count` events of the trace. */
export function linesUntil({ sequences, count: lines }: Output, count: number): number {
  return partitionPoint(0, lines, (line) => (sequences[line] as number) >= count);
}

/** The output as the program's terminal would have shown it; `ending`: what comes behind it. */
export function textOfOutput(output: Output, ending: readonly OutputLine[]): string {
  const { trace, count, sequences } = output;
  const parts: string[] = [];
  for (let line = 0; line < count; line += 1) {
    const sequence = sequences[line] as number;
    if (line === 0 || sequence !== sequences[line - 1]) parts.push(`${written(trace, sequence)}\n`);
  }
  for (const { text } of ending) parts.push(`${text}\n`);
  return parts.join('');
}

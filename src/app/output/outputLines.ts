import { partitionPoint } from '#base/binarySearch.ts';
import { pythonStr } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';
import { eachSegment } from '#trace/eachSegment.ts';
import { enlarged } from '#base/enlarged.ts';
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

/** The lines of the first events of a trace that pass a filter. Grows by {@link outputReader}. */
export interface Output extends TraceReading {
  /** A text that each line has, in lower case; '' for all lines. */
  readonly filter: string;
  /** How many lines there are. */
  readonly count: number;
  /** The event that wrote each line, rising; what lies behind `count` means nothing. */
  readonly sequences: Uint32Array;
  /** Which of the lines of its event it is. */
  readonly parts: Uint32Array;
}

/** Whether a kind of event, by its code, writes lines: 1 or 0. */
const WRITES = new Uint8Array(KINDS.length);
for (const code of [KIND.logged, KIND.loggedError, KIND.reported]) WRITES[code] = 1;

/** Without a filter a look at the kind column; with one, also at the texts. */
const SLICE = MOST_ROWS;
const SLICE_WITH_FILTER = 8_000;

/** Reads the lines that a program wrote out of its trace: those that have a text. */
export function outputReader(text: string): TraceReader<Output> {
  const filter = text.toLowerCase();
  return {
    slice: filter === '' ? SLICE : SLICE_WITH_FILTER,
    begin: (trace) => ({
      trace,
      filter,
      read: 0,
      count: 0,
      sequences: new Uint32Array(256),
      parts: new Uint32Array(256),
    }),
    continues: (known, trace) => known.trace === trace && known.filter === filter,
    readOn(known, upTo) {
      const { trace, read } = known;
      if (upTo <= read) return known;
      let { count, sequences, parts } = known;
      eachSegment(trace, read, upTo, ({ kind }, from, end, base) => {
        for (let row = from; row < end; row += 1) {
          if (WRITES[kind[row] as number] === 0) continue;
          const lines = linesOf(written(trace, base + row));
          for (let part = 0; part < lines.length; part += 1) {
            if (!hasText(lines[part] ?? '', filter)) continue;
            if (count === sequences.length) {
              sequences = enlarged(sequences);
              parts = enlarged(parts);
            }
            // Readings share their lines, as they share the rows of the event index.
            sequences[count] = base + row;
            parts[count] = part;
            count += 1;
          }
        }
      });
      return { trace, filter, read: upTo, count, sequences, parts };
    },
  };
}

/** The line at an index; null where there is none. */
export function lineAt(output: Output, index: number): OutputLine | null {
  const { trace, count, sequences } = output;
  if (index < 0 || index >= count) return null;
  const sequence = sequences[index] as number;
  return {
    sequence,
    time: trace.timeAt(sequence),
    subject: nodeName(trace, trace.nodeAt(sequence)),
    text: textAt(output, index),
    stream: trace.kindCodeAt(sequence) === KIND.logged ? 'output' : 'error',
  };
}

function textAt({ trace, sequences, parts }: Output, index: number): string {
  return linesOf(written(trace, sequences[index] as number))[parts[index] as number] ?? '';
}

function hasText(line: string, filter: string): boolean {
  return filter === '' || line.toLowerCase().includes(filter);
}

/** Nearly all texts are one line. */
function linesOf(text: string): readonly string[] {
  return text.includes('\n') ? text.split('\n') : [text];
}

// not shown: what Twisted writes, in its own words
const UNHANDLED = 'Unhandled error in Deferred: ';

/** What an event wrote. */
function written(trace: Trace, sequence: number): string {
  const said = trace.valueAt(sequence) ?? NONE;
  const kind = trace.kindCodeAt(sequence);
  if (kind === KIND.logged) return said.is === 'json' ? pythonStr(said.json) : reprOf(said);
  if (kind === KIND.reported) return UNHANDLED + reprOf(said);
  // not shown: what Twisted writes, in its own words
  return `Unhandled Error: ${reprOf(said)}`;
}

/**
 * What Twisted writes when the program ends: the failures that nobody has handled or written yet.
 * A run that is only paused has not ended.
 */
export function linesAtEnd({ trace, read, filter }: Output, end: RunEnd): readonly OutputLine[] {
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
      text: UNHANDLED + reprOf(error),
      stream: 'error' as const,
    }))
    .filter(({ text }) => hasText(text, filter));
}

/** How many of the lines were written by the first `count` events of the trace. */
export function linesUntil({ sequences, count: lines }: Output, count: number): number {
  return partitionPoint(0, lines, (line) => (sequences[line] as number) >= count);
}

/** The lines as the program's terminal would have shown them; `ending`: what comes behind them. */
export function textOfOutput(output: Output, ending: readonly OutputLine[]): string {
  const lines: string[] = [];
  for (let index = 0; index < output.count; index += 1) lines.push(textAt(output, index));
  for (const { text } of ending) lines.push(text);
  return lines.map((line) => `${line}\n`).join('');
}

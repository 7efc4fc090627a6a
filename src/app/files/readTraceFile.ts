import type { Milliseconds } from '#base/units.ts';
import { compile } from '#program/compile.ts';
import type { Program } from '#program/program.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import type { Schedule } from '#schedule/schema.ts';
import { MOST_EVENTS } from '#simulator/limits.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import {
  createTraceFileReader,
  TraceFileFault,
  type TraceFileHeader,
  type TraceFilePart,
} from '#traceFile/traceFileReader.ts';
import { t } from '#words/words.ts';

import { isPacked } from './looksLikeTrace.ts';
import { aboutFile, refusal, type RefusedFile } from './refusedFile.ts';

/** A run out of a file: its schedule, and all that happened. */
export interface ReadRun {
  readonly schedule: Schedule;
  readonly program: Program;
  readonly trace: Trace;
  readonly end: RunEnd;
}

/** What a file holds: a run, or the reasons why it holds none. */
export type ReadTrace =
  | { readonly ok: true; readonly run: ReadRun }
  | { readonly ok: false; readonly refused: RefusedFile };

/** So long is read at one go; then the page does what else there is to do. */
const TURN: Milliseconds = 12;

/**
 * Reads a run out of a file, in pieces between which the page stays fluid. Never rejects. `tell` is
 * told which part of the file has been read, from 0 to 1.
 */
export async function readTraceFile(
  file: Pick<File, 'name' | 'size' | 'slice' | 'stream'>,
  tell: (share: number) => void = () => {},
): Promise<ReadTrace> {
  const { name } = file;
  try {
    const bytes = file.stream().pipeThrough(counting((read) => tell(read / file.size)));
    const packed = isPacked(new Uint8Array(await file.slice(0, 2).arrayBuffer()));
    const unpacked = packed ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes;
    return await readRun(name, unpacked);
  } catch (error) {
    if (error instanceof TraceFileFault) {
      const mend = t('Choose a file that the studio or its command line has written');
      return { ok: false, refused: refusal(name, aboutFile(`${error.message}. ${mend}`)) };
    }
    const reason = error instanceof Error ? error.message : String(error);
    const message = t('could not be read: {{reason}}. Choose it once more, or another file', {
      reason,
    });
    return { ok: false, refused: refusal(name, aboutFile(message)) };
  }
}

async function readRun(name: string, bytes: ReadableStream<Uint8Array>): Promise<ReadTrace> {
  const file = createTraceFileReader();
  const reader = bytes.getReader();
  let turnEnds = performance.now() + TURN;
  let opened: Pick<ReadRun, 'schedule' | 'program' | 'trace'> | null = null;
  let end: RunEnd | null = null;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      for (const part of file.push(next.value)) {
        if (part.is === 'header') {
          const parsed = parseSchedule(part.schedule);
          if (!parsed.ok) return { ok: false, refused: refusal(name, ...parsed.problems) };
          opened = open(parsed.schedule, part);
        } else if (part.is === 'batch') append(opened?.trace, part);
        else end = part.end;
      }
      if (performance.now() > turnEnds) {
        await nextTurn();
        turnEnds = performance.now() + TURN;
      }
    }
  } finally {
    await reader.cancel();
  }
  file.finish();
  if (opened === null || end === null) throw new TraceFileFault('has no run');
  return { ok: true, run: { ...opened, end } };
}

/** Resolves when the page has done what was waiting: a promise alone would let nothing else come. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Lets bytes through, and tells how many have come. */
function counting(
  tell: (bytes: number) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let count = 0;
  return new TransformStream({
    transform(chunk, controller) {
      count += chunk.byteLength;
      tell(count);
      controller.enqueue(chunk);
    },
  });
}

function open(
  schedule: Schedule,
  { header: written }: Extract<TraceFilePart, { is: 'header' }>,
): Pick<ReadRun, 'schedule' | 'program' | 'trace'> {
  const program = compile(schedule);
  const header = traceHeaderOf(program);
  if (headerText(header) !== headerText(written)) {
    throw new TraceFileFault('has nodes that are not those of its schedule');
  }
  return { schedule, program, trace: createTrace(header) };
}

/** A header as a text, whatever the order of its keys. */
function headerText({ clock, threadPool, nodes }: TraceFileHeader): string {
  return JSON.stringify([clock, threadPool, nodes]);
}

function append(
  trace: Trace | undefined,
  { batch }: Extract<TraceFilePart, { is: 'batch' }>,
): void {
  if (trace === undefined) return;
  if (trace.length + batch.count > MOST_EVENTS) {
    throw new TraceFileFault(`has more than ${MOST_EVENTS} events, which is what the studio shows`);
  }
  trace.append(batch);
}

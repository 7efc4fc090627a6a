import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

import { parseScheduleText } from '#schedule/parseScheduleText.ts';
import { formatProblem, type Problem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';

import { BadInput, fileFault } from './badInput.ts';

/** A schedule that was read, and the text that it was read from. */
export interface ReadSchedule {
  readonly schedule: Schedule;
  readonly text: string;
}

/** The name that stands for standard input. */
const STDIN = '-';

/** The largest document has 50 000 nodes, which are far less than this. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Reads a schedule from a file, or from standard input where the name is `-`.
 *
 * @throws BadInput with all reasons why that is none
 */
export async function readSchedule(file: string, stdin: Readable): Promise<ReadSchedule> {
  const text = await readText(file, stdin);
  const parsed = parseScheduleText(text);
  if (!parsed.ok) {
    throw new BadInput(...parsed.problems.map((problem) => problemLine(file, problem)));
  }
  return { schedule: parsed.schedule, text };
}

/** A file as messages name it. */
export function nameOf(file: string): string {
  return file === STDIN ? '<stdin>' : file;
}

/** A problem as compilers write it, so that editors find the place: `FILE:3:5: nodes[2].delay: …`. */
export function problemLine(file: string, problem: Problem): string {
  return placedLine(file, problem, formatProblem(problem));
}

/** A line about a place of a file: `FILE:3:5: …`. */
export function placedLine(file: string, { place }: Pick<Problem, 'place'>, words: string): string {
  const at = place === undefined ? '' : `:${place.line}:${place.column}`;
  return `${nameOf(file)}${at}: ${words}`;
}

async function readText(file: string, stdin: Readable): Promise<string> {
  const stream = file === STDIN ? stdin : createReadStream(file);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > MOST_BYTES) break;
    }
  } catch (error) {
    throw new BadInput(`${nameOf(file)}: ${fileFault(error)}`);
  }
  if (bytes > MOST_BYTES) {
    throw new BadInput(`${nameOf(file)}: is larger than ${MOST_BYTES / 2 ** 20} MiB`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new BadInput(`${nameOf(file)}: is no text in UTF-8`);
  }
}

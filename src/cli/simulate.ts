import { compile } from '#program/compile.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import type { Schedule } from '#schedule/schema.ts';
import { DEFAULT_LIMITS } from '#simulator/limits.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';
import { createTraceStream } from '#trace/traceStream.ts';

import { BadInput } from './badInput.ts';
import type { FormatName, SimulateCommand } from './command.ts';
import { jsonFormat } from './formats/jsonFormat.ts';
import { lineFormat } from './formats/lineFormat.ts';
import { textFormat } from './formats/textFormat.ts';
import type { MakeFormat, TraceFormat } from './formats/traceFormat.ts';
import type { CliHost, ExitCode } from './host.ts';
import { limitMessage } from './limitMessage.ts';
import type { Output } from './output.ts';
import { nameOf, problemLine, readSchedule } from './readSchedule.ts';
import type { Say } from './say.ts';

const FORMATS: Readonly<Record<FormatName, MakeFormat>> = {
  lines: lineFormat,
  trace: jsonFormat,
  text: textFormat,
};

/** What a node adds to the budget of an instant: that all of them start at once is no circle. */
const STARTING_EVENTS = 10;

/** About how many events are simulated before they are written. */
const SLICE_EVENTS = 4096;

/** How much text is gathered before it is written. */
const MOST_CHARACTERS = 2 ** 16;

/**
 * Runs a schedule and prints the run as it goes: its memory does not grow with the run. Gives 1
 * where the run hit a limit.
 */
export async function simulate(
  command: SimulateCommand,
  { stdin }: Pick<CliHost, 'stdin'>,
  output: Output,
  say: Say,
): Promise<ExitCode> {
  const { schedule } = await readSchedule(command.file, stdin);
  const asked = withOptions(schedule, command);
  const program = compile(asked);
  const header = traceHeaderOf(program);
  const format = FORMATS[command.format](asked, header);
  const { events } = command;
  const instant = command.instant ?? DEFAULT_LIMITS.instant + asked.nodes.length * STARTING_EVENTS;
  const simulation = createSimulation(program, { events, instant });
  const print = createPrinter(format, output);

  await output.write(format.begin);
  let end: RunEnd | null = null;
  while (end === null) {
    end = simulation.run(SLICE_EVENTS);
    for (const batch of simulation.takeBatches()) {
      await print(batch);
    }
  }
  await writeAll(format.end(end), output);
  if (end.limit === null) return 0;
  await say(`${nameOf(command.file)}: ${limitMessage(end.limit, end.time, header)}`);
  return 1;
}

/** The schedule with what the options change, checked again: not every schedule runs on every clock. */
function withOptions(schedule: Schedule, { file, until, clock, seed }: SimulateCommand): Schedule {
  const changed = {
    ...schedule,
    ...(until === null ? {} : { horizon: until }),
    ...(clock === null ? {} : { clock }),
    ...(seed === null ? {} : { seed }),
  };
  const parsed = parseSchedule(changed);
  if (parsed.ok) return parsed.schedule;
  throw new BadInput(
    ...parsed.problems.map((problem) => problemLine(file, problem, 'with these options: ')),
  );
}

/** Writes batches in pieces, each after the one before it was taken. */
function createPrinter(format: TraceFormat, output: Output): (batch: TraceBatch) => Promise<void> {
  const stream = createTraceStream(format.kinds);
  return async (batch) => {
    stream.take(batch);
    for (let more = true; more;) {
      let text = '';
      more = stream.read((event) => {
        text += format.event(event);
        return text.length < MOST_CHARACTERS;
      });
      await output.write(text);
    }
  };
}

async function writeAll(pieces: Iterable<string>, output: Output): Promise<void> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < MOST_CHARACTERS) continue;
    await output.write(text);
    text = '';
  }
  await output.write(text);
}

import { compile } from '#program/compile.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';
import { MOST, startingLimits } from '#simulator/limits.ts';
import { createSimulation, type Simulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import type { RunEnd } from '#trace/runEnd.ts';

import { BadInput } from './badInput.ts';
import type { SimulateCommand } from './command.ts';
import type { CliHost, ExitCode } from './host.ts';
import { limitMessage } from './limitMessage.ts';
import type { Output } from './output.ts';
import { usageFault } from './parseOptions.ts';
import { createPrinter, type Printer } from './printer.ts';
import { nameOf, placedLine, readSchedule } from './readSchedule.ts';
import type { Say } from './say.ts';
import { writeFile } from './writeFile.ts';

/** About how many events are simulated before they are written. */
const SLICE_EVENTS = 4096;

/**
 * Runs a schedule and prints the run as it goes: its memory does not grow with the run. Gives 1
 * where the run hit a limit.
 */
export async function simulate(
  command: SimulateCommand,
  { stdin, stdout }: Pick<CliHost, 'stdin' | 'stdout'>,
  output: Output,
  say: Say,
): Promise<ExitCode> {
  if (command.format === 'trace' && command.out === null && 'isTTY' in stdout && stdout.isTTY) {
    throw usageFault('A trace is no text for a terminal: name a file with --out');
  }
  const { schedule } = await readSchedule(command.file, stdin);
  const asked = withOptions(schedule, command);
  const program = compile(asked);
  const header = traceHeaderOf(program);
  const { events, out } = command;
  const { instant } = startingLimits(program.nodes.length);
  const simulation = createSimulation(program, {
    events,
    instant: command.instant ?? instant,
    pending: MOST.pending,
    // Nothing is kept of the trace.
    memory: Infinity,
    // It never goes on: it stops at the very event.
    overrun: 0,
  });
  const print = (written: Output): Promise<RunEnd> =>
    printRun(simulation, createPrinter(command.format, asked, header, written));
  const end = await (out === null ? print(output) : writeFile(out, print));
  if (end.limit === null) return 0;
  await say(`${nameOf(command.file)}: ${limitMessage(end.limit, end.time, header)}`);
  return 1;
}

async function printRun(simulation: Simulation, printer: Printer): Promise<RunEnd> {
  await printer.begin();
  let end: RunEnd | null = null;
  while (end === null) {
    end = simulation.run(SLICE_EVENTS);
    for (const batch of simulation.takeBatches()) await printer.batch(batch);
  }
  await printer.end(end);
  return end;
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
    ...parsed.problems.map((problem) =>
      placedLine(file, problem, `with these options: ${formatProblem(problem)}`),
    ),
  );
}

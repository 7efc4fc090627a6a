import { pythonNumber } from '#base/python.ts';
import { isResource } from '#schedule/language.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

import type { ExportContext } from './context.ts';
import { clockType } from './initMethod.ts';
import { bracketed, prefixed } from './layout.ts';
import { numberList } from './literals.ts';
import type { LineWriter } from './lineWriter.ts';

/** Writes the constants at the top of the module. */
export function writeConstants(
  writer: LineWriter,
  { schedule, clock, imports }: ExportContext,
  draws: boolean,
): void {
  if (clock === 'clock') writer.write(`log = ${imports.use('Logger')}()`);
  if (clock === 'clock' && schedule.advances !== 'deadlines') {
    writer.write(prefixed('ADVANCES = ', numberList(schedule.advances)));
  } else {
    writer.write(`HORIZON = ${pythonNumber(schedule.horizon)}`);
  }
  if (draws) writer.write(`SEED = ${pythonNumber(schedule.seed)}`);
}

/** Writes `main`, what drives a test clock, and the block that runs them. */
export function writeMain(writer: LineWriter, className: string, context: ExportContext): void {
  if (context.clock === 'clock') writeClockMain(writer, className, context);
  else writeReactorMain(writer, className, context);
}

function writeReactorMain(writer: LineWriter, className: string, context: ExportContext): void {
  const { imports } = context;
  const [outside, inside] = startsOf(context.schedule.nodes);
  writer.write(
    `def main(reactor: ${clockType(context)}) -> ${imports.use('defer')}.Deferred[None]:`,
  );
  writer.indented(() => {
    writer.write('"""Start the program on the reactor; it ends after HORIZON seconds."""');
    writeProgram(writer, className, context, outside.length + inside.length > 0);
    for (const id of outside) writer.write(`program.start_${id}()`);
    for (const id of inside) writer.write(`reactor.callWhenRunning(program.start_${id})`);
    writer.write(`return ${imports.use('task')}.deferLater(reactor, HORIZON)`);
  });
  writeEntry(writer, [`${imports.use('task')}.react(main)`]);
}

function writeClockMain(writer: LineWriter, className: string, context: ExportContext): void {
  const { schedule, imports } = context;
  const starts = startsOf(schedule.nodes).flat();
  writer.write(`def main(clock: ${clockType(context)}) -> None:`);
  writer.indented(() => {
    writer.write('"""Start the program on the clock; where a start raises, the others go on."""');
    writeProgram(writer, className, context, starts.length > 0);
    if (starts.length === 0) return;
    const methods = starts.map((id) => `program.start_${id}`);
    writer.write(prefixed('starts = ', bracketed('[', methods, ']')));
    writer.write('for start in starts:');
    writer.indented(() => writeLogged(writer, 'start()', 'A start raised'));
  });
  writer.blank(2);
  writeDrive(writer, context);
  writeEntry(writer, [`clock = ${imports.use('task')}.Clock()`, 'main(clock)', 'drive(clock)']);
}

/** The nodes that start with the program: what the world does first, for its moments count from 0. */
function startsOf(nodes: readonly ScheduleNode[]): readonly [readonly string[], readonly string[]] {
  const started = nodes.filter((node) => node.starts === 'program' && !isResource(node.kind));
  const isOutside = (node: ScheduleNode): boolean => node.kind === 'outsideEvent';
  return [
    started.filter(isOutside).map(({ id }) => id),
    started.filter((node) => !isOutside(node)).map(({ id }) => id),
  ];
}

function writeProgram(
  writer: LineWriter,
  className: string,
  { clock }: ExportContext,
  isUsed: boolean,
): void {
  writer.write(`${isUsed ? 'program = ' : ''}${className}(${clock})`);
}

function writeDrive(writer: LineWriter, { schedule }: ExportContext): void {
  const byHand = schedule.advances !== 'deadlines';
  writer.write('def drive(clock: task.Clock) -> None:');
  writer.indented(() => {
    if (byHand) {
      writer.write('"""Advance the clock by each of ADVANCES; what a call raises is logged."""');
      writer.write('for amount in ADVANCES:');
      writer.indented(() => writeLogged(writer, 'clock.advance(amount)', 'A call raised'));
      return;
    }
    writer.write('"""Advance the clock to one due time after another, until HORIZON."""');
    writer.write('while clock.getDelayedCalls():');
    writer.indented(() => {
      writer.write('due = min(call.getTime() for call in clock.getDelayedCalls())');
      writer.write('if due > HORIZON:');
      writer.indented(() => writer.write('break'));
      writeLogged(writer, 'clock.advance(max(0, due - clock.seconds()))', 'A call raised');
    });
  });
}

function writeLogged(writer: LineWriter, statement: string, message: string): void {
  writer.write('try:');
  writer.indented(() => writer.write(statement));
  writer.write('except Exception:');
  writer.indented(() => writer.write(`log.failure("${message}")`));
}

function writeEntry(writer: LineWriter, statements: readonly string[]): void {
  writer.blank(2);
  writer.write('if __name__ == "__main__":');
  writer.indented(() => statements.forEach((statement) => writer.write(statement)));
}

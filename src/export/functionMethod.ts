import { endingStep } from '#schedule/language.ts';
import type { ScheduleFunction, Step } from '#schedule/schema.ts';

import { callsAttribute } from './attributes.ts';
import { calledBy, type Callers } from './callers.ts';
import { conditionExpression } from './condition.ts';
import type { ExportContext } from './context.ts';
import { writeDocstring } from './docstring.ts';
import { prefixed, suffixed } from './layout.ts';
import type { LineRange, LineWriter } from './lineWriter.ts';
import { SHOWN, writeStep } from './stepStatements.ts';
import { placeholdersOf } from './textTemplate.ts';

/** The lines of a function's method, and those of each of its steps. */
export interface FunctionLines extends LineRange {
  readonly steps: readonly LineRange[];
}

/** Writes the method of a function. */
export function writeFunction(
  writer: LineWriter,
  name: string,
  { steps }: ScheduleFunction,
  context: ExportContext,
  callers: Callers,
): FunctionLines {
  const lines: LineRange[] = [];
  const range = writer.range(() => {
    writer.write(headOf(name, steps, context));
    writer.indented(() => {
      writeDocstring(writer, [calledBy(callers)]);
      if (context.counted.has(name)) writer.write(`call = next(${callsAttribute(name)})`);
      writeShown(writer, name, steps, context);
      lines.push(...writeSteps(writer, name, steps, context));
      if (returnsValue(steps) && endingStep(steps) === -1) writer.write('return None');
    });
  });
  return { ...range, steps: lines };
}

function headOf(name: string, steps: readonly Step[], context: ExportContext): string {
  const input = context.inputs.get(name);
  const parameters = ['self'];
  if (input !== undefined) {
    if (input.type === 'Failure') context.imports.use('Failure');
    if (input.type === 'defer.Deferred[Any]') context.imports.use('defer');
    if (input.type === 'Any' || input.type === 'defer.Deferred[Any]') context.imports.use('Any');
    parameters.push(`${input.name}: ${input.type}${input.optional ? ' = None' : ''}`);
  }
  const result = returnsValue(steps) ? context.imports.use('Any') : 'None';
  const word = context.coroutines.has(name) ? 'async def' : 'def';
  return `${word} ${name}(${parameters.join(', ')}) -> ${result}:`;
}

function returnsValue(steps: readonly Step[]): boolean {
  return steps.some((step) => step.do === 'return' || step.do === 'returnDeferred');
}

/** An input that may be a failure is shown as its exception, else as itself. */
function writeShown(
  writer: LineWriter,
  name: string,
  steps: readonly Step[],
  context: ExportContext,
): void {
  const input = context.inputs.get(name);
  const shows = (step: Step): boolean =>
    step.do === 'log' && placeholdersOf(step.text).has('input');
  if (input?.failure !== 'maybe' || !steps.some(shows)) return;
  const failure = context.imports.use('Failure');
  writer.write(
    `${SHOWN} = repr(${input.name}.value) if isinstance(${input.name}, ${failure}) else ${input.name}`,
  );
}

/** Writes the steps; those that stand together under one condition share one `if`. */
function writeSteps(
  writer: LineWriter,
  functionName: string,
  steps: readonly Step[],
  context: ExportContext,
): readonly LineRange[] {
  const ranges: LineRange[] = [];
  const bound = new Set<string>();
  for (let index = 0; index < steps.length;) {
    const group = groupAt(steps, index);
    const first = index;
    const writeGroup = (from: number, attributes: Set<string>): void => {
      for (let at = from; at < first + group.length; at += 1) {
        const step = steps[at];
        if (step === undefined) break;
        const place = { context, functionName, index: at, bound: attributes };
        ranges.push(writer.range(() => writeStep(writer, step, place)));
      }
    };
    const condition = conditionExpression(group[0]?.when ?? {}, functionName, index, context);
    if (condition === null) {
      writeGroup(first, bound);
    } else {
      const head = writer.range(() => writer.write(suffixed(prefixed('if ', condition), ':')));
      const count = ranges.length;
      writer.indented(() => writeGroup(first, new Set(bound)));
      const opening = ranges[count];
      if (opening !== undefined) ranges[count] = { first: head.first, last: opening.last };
    }
    index += group.length;
  }
  return ranges;
}

/** The steps from here on that have one condition; a chance is drawn for each step alone. */
function groupAt(steps: readonly Step[], start: number): readonly Step[] {
  const when = steps[start]?.when;
  const key = JSON.stringify(when);
  let end = start + 1;
  if (when !== undefined && when.chance === undefined) {
    while (end < steps.length && JSON.stringify(steps[end]?.when) === key) end += 1;
  }
  return steps.slice(start, end);
}

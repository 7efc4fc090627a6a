import { assertNever } from '#base/assertNever.ts';
import { pythonNumber } from '#base/python.ts';
import type { ScheduleNode, Step } from '#schedule/schema.ts';

import { deferredAttribute, nodeAttribute, stepStream } from './attributes.ts';
import { clockAttribute, nodeOf, type ExportContext } from './context.ts';
import { durationExpression } from './durations.ts';
import { exceptionExpression } from './errors.ts';
import type { FunctionInput } from './functionInput.ts';
import { call, prefixed, type Layout } from './layout.ts';
import { literal } from './literals.ts';
import type { LineWriter } from './lineWriter.ts';
import { textLiteral } from './textTemplate.ts';

/** Where a step stands. */
export interface StepPlace {
  readonly context: ExportContext;
  readonly functionName: string;
  /** Its index in its function. */
  readonly index: number;
  /** Attributes that cannot be None any more when the step runs; it adds to them. */
  readonly bound: Set<string>;
}

/** Writes what a step does, without its condition. */
export function writeStep(writer: LineWriter, step: Step, place: StepPlace): void {
  const { context } = place;
  const { imports } = context;
  switch (step.do) {
    case 'block': {
      const stream = stepStream(place.functionName, place.index, 'for');
      const seconds = durationExpression(step.for, stream, imports);
      return writer.write(call(`${imports.use('time')}.sleep`, [seconds]));
    }
    case 'log':
      return writer.write(call('print', printed(step.text, place)));
    case 'stopReactor':
      return writer.write(`${clockAttribute(context)}.stop()`);
    case 'return':
      return writer.write(
        prefixed('return ', step.input === true ? inputName(place) : literal(step.value ?? null)),
      );
    case 'raise':
      return writer.write(prefixed('raise ', exceptionExpression(step.error, imports)));
    default:
      return writeNodeStep(writer, step, nodeOf(context, step.node), place);
  }
}

function writeNodeStep(
  writer: LineWriter,
  step: Extract<Step, { node: string }>,
  node: ScheduleNode,
  place: StepPlace,
): void {
  const method = (name: string, args: Parameters<typeof call>[1] = []): void => {
    writer.write(call(`${bound(writer, node, nodeAttribute(node), place)}.${name}`, args));
  };
  switch (step.do) {
    case 'start':
      writer.write(startCall(node));
      return noteStarted(node, place);
    case 'stop':
      if (node.kind === 'service') return writer.write(`self.stop_${node.id}()`);
      return method('stop');
    case 'cancel':
      return method('cancel');
    case 'pause':
      return method('pause');
    case 'resume':
      return method(node.kind === 'deferred' ? 'unpause' : 'resume');
    case 'reset':
      return method('reset', step.seconds === undefined ? [] : [pythonNumber(step.seconds)]);
    case 'delay':
      return method('delay', [pythonNumber(step.seconds)]);
    case 'fire':
      return method('callback', [literal(step.value)]);
    case 'put':
      return method('put', [literal(step.value)]);
    case 'fail':
      return method('errback', [exceptionExpression(step.error, place.context.imports)]);
    case 'returnDeferred':
      return writer.write(`return ${deferredOf(writer, node, step.start === true, place)}`);
    case 'await':
      return writeAwait(writer, step, node, place);
    default:
      return assertNever(step);
  }
}

function writeAwait(
  writer: LineWriter,
  step: Extract<Step, { do: 'await' }>,
  node: ScheduleNode,
  place: StepPlace,
): void {
  const write = (at: StepPlace): void => {
    writer.write(`await ${deferredOf(writer, node, step.start === true, at)}`);
    if (step.start === true) noteStarted(node, at);
  };
  if (step.onError === undefined) return write(place);
  writer.write('try:');
  // What is bound within a `try` may not be so behind it.
  writer.indented(() => write({ ...place, bound: new Set(place.bound) }));
  writer.write('except Exception:');
  writer.indented(() => writer.write('pass'));
}

/** The Deferred of a node that is started here, or was before. */
function deferredOf(
  writer: LineWriter,
  node: ScheduleNode,
  start: boolean,
  place: StepPlace,
): string {
  return start ? startCall(node) : bound(writer, node, deferredAttribute(node), place);
}

function startCall(node: ScheduleNode): string {
  return `self.start_${node.id}()`;
}

function noteStarted(node: ScheduleNode, { bound: attributes }: StepPlace): void {
  attributes.add(nodeAttribute(node)).add(deferredAttribute(node));
}

/** An attribute of a node, behind a check that it was started where that is not certain. */
function bound(
  writer: LineWriter,
  node: ScheduleNode,
  attribute: string,
  { bound: attributes }: StepPlace,
): string {
  const isMadeAtBegin =
    node.kind === 'queue' || (node.kind === 'loopingCall' && attribute === nodeAttribute(node));
  if (!isMadeAtBegin && !attributes.has(attribute)) writeStartedCheck(writer, node, attribute);
  attributes.add(attribute);
  return attribute;
}

/** Writes the check that refuses a node that was never started. */
export function writeStartedCheck(writer: LineWriter, node: ScheduleNode, attribute: string): void {
  writer.write(`if ${attribute} is None:`);
  writer.indented(() => writer.write(`raise RuntimeError("${node.id} has not been started")`));
}

/** What `print` is given: a lone input or call number needs no f-string, an empty line nothing. */
function printed(text: string, place: StepPlace): readonly Layout[] {
  if (text === '') return [];
  const fields = fieldsOf(place);
  if (text === '{call}') return [fields.call];
  if (text === '{input}') return [fields.input.replace(/^(.*)!r$/, 'repr($1)')];
  return [textLiteral(text, fields)];
}

function fieldsOf(place: StepPlace): Parameters<typeof textLiteral>[1] {
  const { context, functionName } = place;
  const seconds = `${clockAttribute(context)}.seconds()`;
  return {
    input: shownInput(context.inputs.get(functionName)),
    call: 'call',
    // A test clock begins at 0, the reactor's does not.
    now: `${context.clock === 'clock' ? seconds : `${seconds} - self._began`}:.3f`,
  };
}

function inputName({ context, functionName }: StepPlace): string {
  return context.inputs.get(functionName)?.name ?? 'None';
}

/** What of an input is shown: of a failure its exception. */
function shownInput(input: FunctionInput | undefined): string {
  if (input === undefined) return 'None';
  if (input.failure === 'always') return `${input.name}.value!r`;
  return input.failure === 'maybe' ? SHOWN : input.name;
}

/** The local name of what is shown of an input that may be a failure. */
export const SHOWN = 'shown';

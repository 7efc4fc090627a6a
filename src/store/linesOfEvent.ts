import { partitionPoint } from '#base/binarySearch.ts';
import type { PythonExport } from '#export/exportPython.ts';
import { functionNamed } from '#schedule/places.ts';
import type { Schedule, Step, StepKind } from '#schedule/schema.ts';
import type { EventKind } from '#trace/eventKinds.ts';
import { functionAt } from '#trace/functionAt.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { NO_CAUSE, NO_LINK } from '#trace/traceHeader.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { Trace } from '#trace/traceTable.ts';

import type { CodeLines } from './codeLines.ts';

/** What each kind of step is seen by, of its own node where it names none. */
const SEEN_BY: Readonly<Record<StepKind, readonly EventKind[]>> = {
  block: ['blocked'],
  log: ['logged'],
  return: ['returned'],
  raise: ['raised'],
  stopReactor: ['stopRequested'],
  start: ['started'],
  returnDeferred: ['started', 'returnedDeferred'],
  await: ['started', 'bodyWaits'],
  stop: ['stopped'],
  cancel: ['cancelled', 'unscheduled'],
  reset: ['scheduled'],
  delay: ['scheduled'],
  fire: ['fired'],
  fail: ['failed'],
  pause: ['pauseCalled'],
  resume: ['resumeCalled'],
  put: ['put', 'handed'],
};

/** What happens inside of a link, or of what stands for it. */
const OF_LINK: ReadonlySet<EventKind> = new Set([
  'passed',
  'timeoutSet',
  'timeoutCleared',
  'timedOut',
]);

/** What happens when a function is called and left, where no step says it. */
const OF_FUNCTION: ReadonlySet<EventKind> = new Set([
  'entered',
  'returned',
  'returnedDeferred',
  'raised',
]);

/** A frame with more effects has steps that are run again and again: they are not told apart. */
const MOST_EFFECTS = 200;

/**
 * The lines of the program that an event belongs to: the step that did it, else the function, the
 * link or the node. Empty for what the reactor does of itself, and where the document has changed
 * since the run. More than one range: any of these steps may have done it.
 */
export function linesOfEvent(
  program: PythonExport,
  schedule: Schedule,
  trace: Trace,
  sequence: number,
): readonly CodeLines[] {
  const event = trace.eventAt(sequence);
  const frame = frameOf(trace, event);
  const name = frame === null ? null : functionOf(trace, frame);
  const lines = name === null ? undefined : program.functions.get(name);
  if (name !== null && lines !== undefined) {
    const steps = functionNamed(schedule, name)?.steps ?? [];
    const done = stepsOf(trace, steps, event);
    if (done.length > 0) {
      return done.flatMap((index) => {
        const step = lines.steps[index];
        return step === undefined ? [] : [step];
      });
    }
    if (OF_FUNCTION.has(event.kind)) return [lines];
  }
  const node = program.nodes.get(trace.header.nodes[event.node]?.id ?? '');
  if (node === undefined) return [];
  const link = OF_LINK.has(event.kind) ? node.links[event.link] : undefined;
  return [link ?? node];
}

/** The call that an event happened in: its `entered`; null: it happened in none. */
function frameOf(trace: Trace, event: TraceEvent): TraceEvent | null {
  if (event.kind === 'entered') return event;
  if (event.cause === NO_CAUSE) return null;
  const cause = trace.eventAt(event.cause);
  if (cause.kind === 'entered') return cause;
  return cause.kind === 'wentOn' ? bodyOf(trace, cause) : null;
}

/** The call of a coroutine that went on: the last of its instance before that. */
function bodyOf(trace: Trace, { node, instance, sequence }: TraceEvent): TraceEvent | null {
  const events = indexOf(trace).ofNode(node);
  const until = partitionPoint(0, events.length, (at) => (events.at(at) ?? sequence) >= sequence);
  for (let at = until - 1; at >= 0; at -= 1) {
    const event = trace.eventAt(events.at(at) ?? 0);
    const isBody = event.kind === 'entered' && event.link === NO_LINK;
    if (isBody && event.instance === instance) return event;
  }
  return null;
}

function functionOf(trace: Trace, { node, link, value }: TraceEvent): string | null {
  return functionAt(trace.header, node, link, value);
}

/**
 * Which steps may have done an event: those by which, in the order of the steps, all that its call did
 * can be explained.
 */
function stepsOf(trace: Trace, steps: readonly Step[], event: TraceEvent): readonly number[] {
  if (event.kind === 'entered' || event.cause === NO_CAUSE) return [];
  const siblings = indexOf(trace)
    .effectsOf(event.cause, MOST_EFFECTS)
    .map((sequence) => ({ sequence, event: trace.eventAt(sequence) }))
    .filter((sibling) => steps.some((step) => mayDo(trace, step, sibling.event)));
  const at = siblings.findIndex((sibling) => sibling.event.sequence === event.sequence);
  if (at === -1) return [];
  const fits = (step: number, sibling: number): boolean => {
    const done = siblings[sibling];
    const by = steps[step];
    return done !== undefined && by !== undefined && mayDo(trace, by, done.event);
  };
  const before = reach(steps.length, at, fits);
  const behind = reach(steps.length, siblings.length - at - 1, (step, sibling) =>
    fits(steps.length - 1 - step, siblings.length - 1 - sibling),
  );
  const all = steps.flatMap((_, index) => (fits(index, at) ? [index] : []));
  const exact = all.filter((index) => before <= index && behind <= steps.length - 1 - index);
  return exact.length > 0 ? exact : all;
}

/** How many of the first steps are needed to do the first events, each by a step of its own. */
function reach(
  steps: number,
  events: number,
  fits: (step: number, event: number) => boolean,
): number {
  let event = 0;
  for (let step = 0; step < steps; step += 1) {
    if (event === events) return step;
    if (fits(step, event)) event += 1;
  }
  return event === events ? steps : steps + 1;
}

function mayDo(trace: Trace, step: Step, event: TraceEvent): boolean {
  if (!SEEN_BY[step.do].includes(event.kind)) return false;
  const isOwn = event.kind === 'returnedDeferred' || event.kind === 'bodyWaits';
  if (!('node' in step)) return step.do !== 'log' || fitsText(step.text, event);
  const of = isOwn ? event.other?.node : event.node;
  return of !== undefined && trace.header.nodes[of]?.id === step.node;
}

/** Whether a printed line may come of a text with places to be filled. */
function fitsText(text: string, { value }: TraceEvent): boolean {
  const line = value?.is === 'json' && typeof value.json === 'string' ? value.json : '';
  const [first = '', ...rest] = text.split(/\{(?:input|call|now)\}/);
  let at = first.length;
  return (
    line.startsWith(first) &&
    rest.every((part) => {
      const found = line.indexOf(part, at);
      at = found + part.length;
      return found !== -1;
    })
  );
}

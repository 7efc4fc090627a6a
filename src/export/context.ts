import { placesOf } from '#schedule/places.ts';
import type { Schedule, ScheduleNode, Step } from '#schedule/schema.ts';

import { hasSeparateDeferred } from './attributes.ts';
import { functionInputs, type FunctionInput } from './functionInput.ts';
import { Imports } from './imports.ts';
import { placeholdersOf } from './textTemplate.ts';

/** What every part of the exporter knows of the schedule. */
export interface ExportContext {
  readonly schedule: Schedule;
  readonly nodes: ReadonlyMap<string, ScheduleNode>;
  readonly imports: Imports;
  /** The name of the clock: a parameter, and with `self._` in front an attribute. */
  readonly clock: 'reactor' | 'clock';
  readonly inputs: ReadonlyMap<string, FunctionInput>;
  /** Loops and tasks whose Deferred something waits for later than at its start. */
  readonly keptDeferreds: ReadonlySet<string>;
  /** Functions that ask for their call number. */
  readonly counted: ReadonlySet<string>;
  /** Whether a text shows the time. */
  readonly showsTime: boolean;
  /** The nodes in each service, in document order. */
  readonly members: ReadonlyMap<string, readonly ScheduleNode[]>;
  /** Functions that are coroutines. */
  readonly coroutines: ReadonlySet<string>;
}

/** Goes through a schedule once for all that the export asks. */
export function exportContext(schedule: Schedule): ExportContext {
  const nodes = new Map(schedule.nodes.map((node) => [node.id, node]));
  const allSteps = Object.values(schedule.functions).flatMap(({ steps }) => steps);
  return {
    schedule,
    nodes,
    imports: new Imports(),
    clock: schedule.clock === 'testClock' ? 'clock' : 'reactor',
    inputs: functionInputs(schedule),
    keptDeferreds: keptDeferreds(schedule, nodes, allSteps),
    counted: new Set(
      Object.entries(schedule.functions)
        .filter(([, { steps }]) => steps.some(countsCalls))
        .map(([name]) => name),
    ),
    showsTime: allSteps.some((step) => step.do === 'log' && placeholdersOf(step.text).has('now')),
    members: membersOf(schedule),
    coroutines: coroutinesOf(schedule),
  };
}

/**
 * The node with this id.
 *
 * @throws Error where there is none, which validation refuses.
 */
export function nodeOf(context: ExportContext, id: string): ScheduleNode {
  const node = context.nodes.get(id);
  if (node === undefined) throw new Error(`The schedule has no node ${id}`);
  return node;
}

/** The attribute that holds the clock. */
export function clockAttribute(context: ExportContext): string {
  return `self._${context.clock}`;
}

function keptDeferreds(
  schedule: Schedule,
  nodes: ReadonlyMap<string, ScheduleNode>,
  steps: readonly Step[],
): ReadonlySet<string> {
  const waited = [
    ...schedule.nodes.flatMap((node) => (node.kind === 'deferredList' ? node.members : [])),
    ...steps.flatMap((step) =>
      (step.do === 'await' || step.do === 'returnDeferred') && step.start !== true
        ? [step.node]
        : [],
    ),
  ];
  return new Set(
    waited.filter((id) => {
      const node = nodes.get(id);
      return node !== undefined && hasSeparateDeferred(node);
    }),
  );
}

function countsCalls({ when, ...step }: Step): boolean {
  const { call, fromCall, untilCall, everyCall } = when ?? {};
  return (
    [call, fromCall, untilCall, everyCall].some((part) => part !== undefined) ||
    (step.do === 'log' && placeholdersOf(step.text).has('call'))
  );
}

function membersOf(schedule: Schedule): ReadonlyMap<string, readonly ScheduleNode[]> {
  const members = new Map<string, ScheduleNode[]>();
  for (const node of schedule.nodes) {
    if (node.service === undefined) continue;
    const found = members.get(node.service) ?? [];
    members.set(node.service, found);
    found.push(node);
  }
  return members;
}

function coroutinesOf(schedule: Schedule): ReadonlySet<string> {
  const called = schedule.nodes.flatMap((node) =>
    node.kind === 'coroutine'
      ? placesOf(node)
          .slice(0, 1)
          .map((entry) => entry.function)
      : [],
  );
  const awaiting = Object.entries(schedule.functions)
    .filter(([, { steps }]) => steps.some((step) => step.do === 'await'))
    .map(([name]) => name);
  return new Set([...called, ...awaiting]);
}

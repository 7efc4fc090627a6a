import { chainOf, givesDeferred, mayName, namesNode, ownFunction } from '#schedule/language.ts';
import { functionNamed, placesOf } from '#schedule/places.ts';
import type { NodeKind, Schedule, ScheduleNode, Step } from '#schedule/schema.ts';

/** A step that starts what a node went on to which is deleted, in the place of the one that started it. */
export interface HealedStart {
  readonly function: string;
  /** The index of the step in its function. */
  readonly index: number;
  readonly step: Step;
  /** The first node that calls the function. */
  readonly by: string;
  /** What is started now. */
  readonly starts: string;
}

/** The kinds that run once each time they are started, and end by themselves. */
const PASSING: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'callLater',
  'deferLater',
  'coroutine',
  'guarded',
  'deferToThread',
]);

/**
 * What becomes of the steps that start nodes which are deleted: where such a node runs once and
 * starts exactly one other, without a condition, the step starts that one. Nothing is healed where
 * it would close a circle, or where the function starts the other one already.
 */
export function healedStarts(
  schedule: Schedule,
  gone: ReadonlySet<string>,
): readonly HealedStart[] {
  const nodes = new Map(schedule.nodes.map((node) => [node.id, node]));
  const callers = new Map<string, string[]>();
  for (const node of schedule.nodes) {
    if (gone.has(node.id)) continue;
    for (const { function: name } of placesOf(node)) {
      callers.set(name, [...(callers.get(name) ?? []), node.id]);
    }
  }
  const healed: HealedStart[] = [];
  for (const [name, by] of callers) {
    const steps = functionNamed(schedule, name)?.steps ?? [];
    const started = new Set(steps.filter(isStart).map((step) => step.node));
    steps.forEach((step, index) => {
      if (!isStart(step) || !gone.has(step.node)) return;
      const next = nextOf(schedule, nodes, gone, step.node);
      const [first] = by;
      if (next === null || first === undefined || started.has(next.id)) return;
      const reached = reachedFrom(schedule, nodes, gone, next.id);
      if (by.some((id) => reached.has(id))) return;
      started.add(next.id);
      const waits = step.do !== 'start' && givesDeferred(next.kind);
      const when = step.when === undefined ? {} : { when: step.when };
      const instead: Step = waits
        ? { ...step, node: next.id }
        : { do: 'start', node: next.id, ...when };
      healed.push({ function: name, index, step: instead, by: first, starts: next.id });
    });
  }
  return healed;
}

type StartStep = Extract<Step, { do: 'start' | 'await' | 'returnDeferred' }>;

function isStart(step: Step): step is StartStep {
  return step.do === 'start' || ('start' in step && step.start === true);
}

/** The one node that is left which a deleted node led to, past others that are deleted; or null. */
function nextOf(
  schedule: Schedule,
  nodes: ReadonlyMap<string, ScheduleNode>,
  gone: ReadonlySet<string>,
  from: string,
): ScheduleNode | null {
  const seen = new Set<string>();
  for (let id = from; !seen.has(id);) {
    seen.add(id);
    const node = nodes.get(id);
    if (node === undefined) return null;
    if (!gone.has(id)) return mayName('start', node.kind) ? node : null;
    if (!PASSING.has(node.kind)) return null;
    const targets = startedAfter(schedule, node);
    const [only] = targets;
    if (only === undefined || targets.size !== 1) return null;
    id = only;
  }
  return null;
}

/** What a node starts without a condition when it runs, and when it has succeeded. */
function startedAfter(schedule: Schedule, node: ScheduleNode): ReadonlySet<string> {
  const names = [
    ownFunction(node),
    ...chainOf(node).flatMap(({ callback, both }) => [callback ?? null, both ?? null]),
  ];
  const steps = names.flatMap((name) =>
    name === null ? [] : (functionNamed(schedule, name)?.steps ?? []),
  );
  return new Set(
    steps.filter((step) => isStart(step) && step.when === undefined).flatMap(targetOf),
  );
}

function targetOf(step: Step): readonly string[] {
  return namesNode(step) ? [step.node] : [];
}

/** All nodes that a node comes to start, itself among them. */
function reachedFrom(
  schedule: Schedule,
  nodes: ReadonlyMap<string, ScheduleNode>,
  gone: ReadonlySet<string>,
  from: string,
): ReadonlySet<string> {
  const reached = new Set([from]);
  // A set hands on what is added while it is walked.
  for (const id of reached) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const members = node.kind === 'deferredList' ? node.members : [];
    const started = placesOf(node).flatMap(({ function: name }) =>
      (functionNamed(schedule, name)?.steps ?? []).filter(isStart).flatMap(targetOf),
    );
    for (const next of [...members, ...started])
      if (!gone.has(next) || next === from) reached.add(next);
  }
  return reached;
}

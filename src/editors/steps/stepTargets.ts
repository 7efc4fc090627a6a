import { mayName, type NodeStepKind } from '#schedule/language.ts';
import type { Schedule, ScheduleNode } from '#schedule/schema.ts';

/** The nodes that a step of this kind may name, in document order. */
export function stepTargets(schedule: Schedule, kind: NodeStepKind): readonly ScheduleNode[] {
  return schedule.nodes.filter((node) => mayName(kind, node.kind));
}

/** Steps that end or hold what runs: most likely the node that calls the function itself. */
const AT_ITSELF: ReadonlySet<NodeStepKind> = new Set(['stop', 'cancel', 'pause', 'reset', 'delay']);

/**
 * The node that a new step of this kind names at first, where the node `owner` calls its function;
 * null where there is none that it may name. What is ended is most likely the owner, what is started
 * another one, best one that nothing else starts.
 */
export function likelyTarget(
  schedule: Schedule,
  kind: NodeStepKind,
  owner: string,
): ScheduleNode | null {
  const targets = stepTargets(schedule, kind);
  const itself = targets.find(({ id }) => id === owner);
  if (AT_ITSELF.has(kind) && itself !== undefined) return itself;
  const others = targets.filter(({ id }) => id !== owner);
  const starts = kind === 'start' || kind === 'returnDeferred' || kind === 'await';
  const best = starts ? others.find((node) => node.starts === 'never') : undefined;
  return best ?? others[0] ?? targets[0] ?? null;
}

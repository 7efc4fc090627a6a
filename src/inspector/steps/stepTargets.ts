import { mayName, type NodeStepKind } from '#schedule/language.ts';
import type { Schedule } from '#schedule/schema.ts';

/** The nodes that a step of this kind may name, in document order. */
export function stepTargets(schedule: Schedule, kind: NodeStepKind): readonly string[] {
  return schedule.nodes.filter((node) => mayName(kind, node.kind)).map((node) => node.id);
}

/**
 * The node that a new step of this kind names at first, where the node `owner` calls its function;
 * null where there is none that it may name. What is ended is most likely the owner, what is started
 * another one, best one that nothing else starts.
 */
export function likelyTarget(schedule: Schedule, kind: NodeStepKind, owner: string): string | null {
  const targets = stepTargets(schedule, kind);
  const others = targets.filter((id) => id !== owner);
  if (kind === 'stop' || kind === 'cancel') {
    return targets.includes(owner) ? owner : (others[0] ?? null);
  }
  const waiting = new Set(
    schedule.nodes.filter((node) => node.starts === 'never').map((node) => node.id),
  );
  const starts = kind === 'start' || kind === 'returnDeferred';
  const best = starts ? others.find((id) => waiting.has(id)) : undefined;
  return best ?? others[0] ?? targets[0] ?? null;
}

import { t } from '#words/words.ts';

import type { ScheduleEdge } from './edges.ts';
import { addLinkThatStarts, connect } from './functionEdits.ts';
import { givesDeferred, mayName, type NodeStepKind } from './language.ts';
import { OWN_PLACE } from './places.ts';
import { retargetArrow } from './retargetArrow.ts';
import { requireNode, type ScheduleEdit } from './scheduleEdit.ts';
import type { NodeKind } from './schema.ts';

/** The steps that a node can be put between: they start what they lead to, or start it and wait. */
const STARTING: ReadonlySet<NodeStepKind> = new Set(['start', 'returnDeferred', 'await']);

/** The kinds whose own call is what comes to pass, again and again or once. */
const STARTS_AT_EACH_CALL: ReadonlySet<NodeKind> = new Set(['callLater', 'loopingCall']);

/**
 * Whether a node of a kind can be put into an arrow: what the arrow started, the node starts, and
 * what waited for that waits for both. An arrow that starts nothing has no between.
 */
export function canInsert(edge: ScheduleEdge, kind: NodeKind): boolean {
  if (edge.by === 'field') return edge.field === 'member' && givesDeferred(kind);
  // A service has no moment at which it would start what comes next.
  return edge.starts && STARTING.has(edge.does) && mayName(edge.does, kind) && kind !== 'service';
}

/**
 * Puts a node that nothing starts yet into an arrow. A callLater and a LoopingCall start what comes
 * next from their call where nobody waits for it; all others from their chain, when they have a
 * result.
 *
 * @throws Error where the schedule has no such node.
 */
export function insertNode(edge: ScheduleEdge, id: string): ScheduleEdit {
  const { source, target } = edge;
  return {
    label: t('put {{id}} between {{source}} and {{target}}', { id, source, target }),
    apply(draft) {
      const node = requireNode(draft, id);
      node.starts = 'never';
      retargetArrow(edge, id, null).apply(draft);
      const waits = edge.by === 'field' || edge.does !== 'start';
      const next =
        !waits && STARTS_AT_EACH_CALL.has(node.kind)
          ? connect(id, OWN_PLACE, 'start', target)
          : addLinkThatStarts(id, 'callback', target);
      next.apply(draft);
    },
  };
}

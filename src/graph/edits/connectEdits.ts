import type { ArrowDoes } from '#graph/words/meanings.ts';
import { addNode } from '#schedule/addNode.ts';
import { addMember } from '#schedule/arrowEdits.ts';
import { addLink } from '#schedule/chainEdits.ts';
import { addLinkThatStarts, connect } from '#schedule/functionEdits.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { chainOf, isResource, type NodeStepKind } from '#schedule/language.ts';
import { retargetArrow } from '#schedule/retargetArrow.ts';
import { setNodeFields, setService } from '#schedule/nodeEdits.ts';
import { requireNode, type ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { NodeKind } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import type { ArrowStart } from './arrowStarts.ts';
import { composeEdits } from './composeEdits.ts';

/**
 * Draws an arrow that means one of the things that `arrowOffer` offers for it; or leads one that is
 * there (`arrow`) to another node, where it means what `retargetOffer` offers.
 */
export function addArrow(
  start: ArrowStart,
  does: ArrowDoes,
  target: string,
  arrow: ScheduleEdge | null = null,
): ScheduleEdit {
  if (arrow !== null) {
    return retargetArrow(arrow, target, arrow.by === 'step' ? (does as NodeStepKind) : null);
  }
  switch (start.from) {
    case 'function':
      return connect(start.node, start.place, does as NodeStepKind, target);
    case 'rail':
      return does === 'put'
        ? addLinkThatPuts(start.node, start.rail, target)
        : addLinkThatStarts(start.node, start.rail, target);
    case 'field':
      return setField(start, target);
  }
}

/** A link at the end of a chain whose function puts an object into a queue. */
function addLinkThatPuts(node: string, side: 'callback' | 'errback', queue: string): ScheduleEdit {
  return {
    label: t('continue {{node}} with {{queue}}', { node, queue }),
    apply(draft) {
      addLink(node, side).apply(draft);
      const link = chainOf(requireNode(draft, node)).length - 1;
      connect(node, { at: 'link', link, side }, 'put', queue).apply(draft);
    },
  };
}

function setField(
  { node, field }: Extract<ArrowStart, { from: 'field' }>,
  target: string,
): ScheduleEdit {
  switch (field) {
    case 'member':
      return addMember(node, target);
    case 'semaphore':
      return {
        ...setNodeFields(node, { semaphore: target }),
        label: t('guard {{node}} by {{target}}', { node, target }),
      };
    case 'queue':
      return {
        ...setNodeFields(node, { queue: target }),
        label: t('let {{node}} take from {{target}}', { node, target }),
      };
  }
}

/** A node that is added with the arrow that leads to it. */
export interface NewTarget {
  readonly kind: NodeKind;
  /** Must be free. */
  readonly id: string;
  /** In the graph's coordinates. */
  readonly position: { readonly x: number; readonly y: number };
  /** The service whose frame it is dropped in, or null. */
  readonly service: string | null;
}

/** Adds a node that only the arrow starts which leads to it, as one step of the history. */
export function addArrowToNewNode(
  start: ArrowStart,
  does: ArrowDoes,
  { kind, id, position, service }: NewTarget,
  arrow: ScheduleEdge | null = null,
): ScheduleEdit {
  return composeEdits(t('add {{id}} after {{start}}', { id, start: start.node }), [
    addNode(kind, id, position, isResource(kind) ? 'program' : 'never'),
    ...(service === null ? [] : [setService(id, service)]),
    addArrow(start, does, id, arrow),
  ]);
}

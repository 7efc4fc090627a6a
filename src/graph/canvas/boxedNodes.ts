import { contains, overlaps, type Area } from '#graph/layout/freePlace.ts';
import type { FlowNode } from '#graph/flow/flowTypes.ts';

/** The nodes that a box selects: cards that it touches, and frames that lie wholly in it. */
export function boxedNodes(nodes: readonly FlowNode[], box: Area): readonly string[] {
  return nodes
    .filter(({ type, position, width = 0, height = 0 }) => {
      const area = { ...position, width, height };
      return type === 'frame' ? contains(box, area) : overlaps(box, area);
    })
    .map(({ id }) => id);
}

import { FOLDED_PORT } from '#graph/layout/ports.ts';
import { t } from '#words/words.ts';

import type { ArrowEdge } from './flowTypes.ts';

/**
 * Arrows where some nodes are folded away (`into`: the folded service by the node): they begin and end
 * at the folded frames, those within one are not drawn, and several between the same two ends where
 * one is folded are one, that says how many it is.
 */
export function foldedArrows(
  arrows: readonly ArrowEdge[],
  into: ReadonlyMap<string, string>,
): readonly ArrowEdge[] {
  if (into.size === 0) return arrows;
  const drawn: ArrowEdge[] = [];
  const bundles = new Map<string, ArrowEdge[]>();
  for (const arrow of arrows) {
    const source = into.get(arrow.source) ?? arrow.source;
    const target = into.get(arrow.target) ?? arrow.target;
    if (source === arrow.source && target === arrow.target) {
      drawn.push(arrow);
      continue;
    }
    if (source === target) continue;
    const sourceHandle = source === arrow.source ? (arrow.sourceHandle ?? null) : FOLDED_PORT;
    const moved = { ...arrow, source, target, sourceHandle };
    const ends = JSON.stringify([source, sourceHandle, target]);
    const bundle = bundles.get(ends);
    if (bundle === undefined) bundles.set(ends, [moved]);
    else bundle.push(moved);
  }
  return [...drawn, ...Array.from(bundles.values(), bundled)];
}

/** One arrow for several between the same ends: nothing can be done to it but to unfold. */
function bundled(arrows: readonly ArrowEdge[]): ArrowEdge {
  const [first] = arrows as [ArrowEdge, ...ArrowEdge[]];
  if (arrows.length === 1 || first.data === undefined) return first;
  const label = t('{{count}} arrows', { count: arrows.length });
  const { source, target } = first;
  return {
    ...first,
    id: `folded ${source} ${first.sourceHandle ?? ''} ${target}`,
    selected: false,
    selectable: false,
    focusable: false,
    reconnectable: false,
    ariaLabel: t('{{label}} from {{source}} to {{target}}: unfold to see them', {
      label,
      source,
      target,
    }),
    data: {
      ...first.data,
      label,
      along: 0.5,
      actKeys: arrows.flatMap(({ data }) => data?.actKeys ?? []),
    },
  };
}

import { fieldKey, stepKey, TARGET_PORT } from '#graph/layout/ports.ts';
import { actKeysOf } from '#graph/state/actingEdges.ts';
import { edgeLabel, edgeSentence } from '#graph/words/edgeWords.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';

import type { ArrowEdge, CardData } from './flowTypes.ts';

/** An arrow from a card. */
export function arrowOf(
  edge: ScheduleEdge,
  source: CardData | undefined,
  selected: boolean,
  focusable: boolean,
  along: number,
): ArrowEdge {
  const starts = startsTarget(edge, source);
  const onRail = edge.by === 'step' && edge.place.at === 'link' && edge.place.side !== 'both';
  return {
    id: edge.id,
    type: 'arrow',
    source: edge.source,
    target: edge.target,
    selected,
    focusable,
    // Ends of many arrows lie at one place: the one that is selected is taken by its end.
    ...(selected ? { reconnectable: 'target' } : {}),
    sourceHandle: portOf(edge, source),
    targetHandle: TARGET_PORT,
    ariaLabel: edgeSentence(edge.source, edge, starts, edge.target),
    data: {
      edge,
      label: edgeLabel(edge, starts),
      rail: onRail ? edge.place.side : null,
      along,
      actKeys: actKeysOf(edge),
    },
  };
}

function startsTarget(edge: ScheduleEdge, source: CardData | undefined): boolean {
  if (edge.by === 'step') return edge.starts;
  return source?.node.kind === 'deferredList' && source.node.startMembers;
}

function portOf(edge: ScheduleEdge, source: CardData | undefined): string | null {
  if (source === undefined) return null;
  const { portOfStep, field } = source.layout;
  const port =
    edge.by === 'step'
      ? portOfStep.get(stepKey(edge.place, edge.step))
      : field?.portOfName.get(fieldKey(edge.field, edge.index));
  return port ?? null;
}

/** Whether two arrows are the same in every part that is drawn or edited. */
export function sameArrow(a: ArrowEdge, b: ArrowEdge): boolean {
  return (
    a.selected === b.selected &&
    a.focusable === b.focusable &&
    a.sourceHandle === b.sourceHandle &&
    a.source === b.source &&
    a.target === b.target &&
    a.data?.label === b.data?.label &&
    a.ariaLabel === b.ariaLabel &&
    a.data?.along === b.data?.along &&
    functionOf(a) === functionOf(b)
  );
}

function functionOf({ data }: ArrowEdge): string | null {
  return data?.edge.by === 'step' ? data.edge.function : null;
}

/** How far along its way each arrow's label stands: those between the same two cards share it. */
export function labelPlaces(edges: readonly ScheduleEdge[]): readonly number[] {
  const key = ({ source, target }: ScheduleEdge): string => `${source} ${target}`;
  const counts = new Map<string, number>();
  const ranks = edges.map((edge) => {
    const rank = counts.get(key(edge)) ?? 0;
    counts.set(key(edge), rank + 1);
    return rank;
  });
  return edges.map((edge, index) => ((ranks[index] ?? 0) + 1) / ((counts.get(key(edge)) ?? 1) + 1));
}

import type { ScheduleEdge } from '#schedule/edges.ts';

/** The arrows at a card: those that begin there, then those that only end there. */
export function arrowsAt(edges: readonly ScheduleEdge[], card: string): readonly ScheduleEdge[] {
  return [
    ...edges.filter(({ source }) => source === card),
    ...edges.filter(({ source, target }) => target === card && source !== card),
  ];
}

/**
 * The next arrow at a card, or with `by` -1 the one before; the first or the last one where none of
 * them is selected. Without a card all arrows follow each other. Null where there is none.
 */
export function arrowBeside(
  edges: readonly ScheduleEdge[],
  card: string | null,
  selected: string | null,
  by: 1 | -1,
): ScheduleEdge | null {
  const around = card === null ? edges : arrowsAt(edges, card);
  const at = around.findIndex(({ id }) => id === selected);
  const from = at === -1 && by === -1 ? 0 : at;
  return around[(from + by + around.length) % around.length] ?? null;
}

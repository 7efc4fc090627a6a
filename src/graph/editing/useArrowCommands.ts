import { useRef, type RefObject } from 'react';

import type { Command } from '#commands/commandBoard.ts';
import type { GRAPH_COMMANDS } from '#commands/graphCommands.ts';
import { useProvideCommands } from '#commands/useCommands.ts';
import { arrowBeside } from '#graph/edits/arrowWalk.ts';
import { deriveEdges, type ScheduleEdge } from '#schedule/edges.ts';
import { useSchedule, useStudio, useView } from '#store/useStudio.ts';

import { arrowElement, focusedCard, focusSoon, nodeElement } from './elements.ts';

type ArrowCommand = Extract<
  (typeof GRAPH_COMMANDS)[number]['id'],
  'nextArrow' | 'previousArrow' | 'arrowTarget' | 'arrowSource'
>;

/** Provides the commands that go from cards to arrows and on to the cards at their ends. */
export function useArrowCommands(pane: RefObject<HTMLDivElement | null>): void {
  const studio = useStudio();
  const edges = deriveEdges(useSchedule());
  const arrow = useView(({ selection }) =>
    selection.nodes.length === 0 && selection.edges.length === 1
      ? (selection.edges[0] ?? null)
      : null,
  );
  /** The card around which one goes from arrow to arrow. */
  const around = useRef<string | null>(null);

  const walk = (by: 1 | -1): void => {
    const { nodes } = studio.view.getState().selection;
    const selected = edges.find(({ id }) => id === arrow) ?? null;
    const card = focusedCard(pane.current) ?? (nodes.length === 1 ? (nodes[0] ?? null) : null);
    if (card !== null) around.current = card;
    else if (selected !== null && !touches(selected, around.current)) {
      around.current = selected.source;
    } else if (selected === null) around.current = null;
    const next = arrowBeside(edges, around.current, arrow, by);
    if (next === null) return;
    studio.select({ nodes: [], edges: [next.id] });
    focusSoon(() => arrowElement(pane.current, next.id));
  };
  const goTo = (end: 'source' | 'target'): Command => ({
    enabled: arrow !== null,
    run() {
      const card = edges.find(({ id }) => id === arrow)?.[end];
      if (card === undefined) return;
      studio.select({ nodes: [card], edges: [] });
      focusSoon(() => nodeElement(pane.current, card));
    },
  });
  const commands: Readonly<Record<ArrowCommand, Command>> = {
    nextArrow: { enabled: edges.length > 0, run: () => walk(1) },
    previousArrow: { enabled: edges.length > 0, run: () => walk(-1) },
    arrowTarget: goTo('target'),
    arrowSource: goTo('source'),
  };
  useProvideCommands(commands);
}

function touches({ source, target }: ScheduleEdge, card: string | null): boolean {
  return source === card || target === card;
}

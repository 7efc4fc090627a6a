import { useReactFlow } from '@xyflow/react';
import type { KeyboardEvent, RefObject } from 'react';

import type { Command } from '#commands/commandBoard.ts';
import type { GRAPH_COMMANDS } from '#commands/graphCommands.ts';
import { useProvideCommands } from '#commands/useCommands.ts';
import { moveEdit, scheduleFrames } from '#graph/edits/moveEdit.ts';
import { GRID, type Point } from '#graph/layout/freePlace.ts';
import { foldService } from '#schedule/foldEdit.ts';
import { isFolded } from '#schedule/foldedInto.ts';
import { nodeWithId } from '#schedule/places.ts';
import { deriveEdges } from '#schedule/edges.ts';
import type { GraphActions } from '#graph/useGraphActions.ts';
import type { Studio } from '#store/studio.ts';
import { useSchedule, useStudio, useView } from '#store/useStudio.ts';

import type { Clipboard } from './useClipboard.ts';
import { focusedCard } from './elements.ts';
import { keyAction } from './keyAction.ts';
import { useFit } from '#graph/canvas/useViewport.ts';

interface GraphCommandsProps {
  /** The element that has the focus where no card has it. */
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly actions: GraphActions;
  readonly clipboard: Clipboard;
  /** Opens the palette's menu. */
  readonly openPalette: () => void;
  /** The same for Tab, which must lead out of the canvas too: says whether it opened it. */
  readonly openPaletteByTab: () => boolean;
}

/** How far an arrow key pans where nothing is selected, in steps of the grid. */
const PAN = 5;

/** Provides the commands of the graph; gives what hears the keys that move. */
export function useGraphCommands({
  pane,
  actions,
  clipboard,
  openPalette,
  openPaletteByTab,
}: GraphCommandsProps): (event: KeyboardEvent) => void {
  const studio = useStudio();
  const { zoomIn, zoomOut, fitView, getViewport, setViewport } = useReactFlow();
  const fit = useFit();

  const move = (step: Point): void => {
    const { schedule } = studio.history.getState();
    const selected = new Set(studio.view.getState().selection.nodes);
    const moving = schedule.nodes.filter(({ id }) => selected.has(id));
    if (moving.length === 0) {
      const { x, y, zoom } = getViewport();
      const stride = GRID * PAN;
      void setViewport({ x: x - step.x * stride, y: y - step.y * stride, zoom });
      return;
    }
    const frames = scheduleFrames(schedule);
    const places = moving.map(({ id, position }): [string, Point] => {
      const { x, y } = frames.get(id) ?? position;
      return [id, { x: x + step.x * GRID, y: y + step.y * GRID }];
    });
    const edit = moveEdit(schedule, new Map(places), false);
    if (edit !== null) studio.edit(edit);
  };

  /** What is done to a card is done to the one with the focus, selected or not. */
  const focused = (): string | null => focusedCard(pane.current);
  const forCard = (act: (id: string) => void): void => {
    const { nodes } = studio.view.getState().selection;
    const id = focused() ?? (nodes.length === 1 ? (nodes[0] ?? null) : null);
    if (id === null) return;
    if (!isSelected(studio, id)) studio.select({ nodes: [id], edges: [] });
    act(id);
  };
  const isAnySelected = useView(
    ({ selection: { nodes, edges } }) => nodes.length + edges.length > 0,
  );
  const arrow = useView(({ selection: { edges } }) =>
    edges.length === 1 ? (edges[0] ?? null) : null,
  );
  const { nodes: all } = useSchedule();
  const isAnyNode = all.length > 0;
  const isAnyService = all.some(({ kind }) => kind === 'service');
  /** The frame of a service, or the one that a card lies in. */
  const fold = (id: string): void => {
    const { schedule } = studio.history.getState();
    const node = nodeWithId(schedule, id);
    const service = node?.kind === 'service' ? node : nodeWithId(schedule, node?.service ?? '');
    if (service === null) return;
    studio.edit(foldService(service.id, !isFolded(service)));
    studio.select({ nodes: [service.id], edges: [] });
  };
  const always = (run: () => void): Command => ({ enabled: true, run });
  const commands: Readonly<Record<CanvasCommand, Command>> = {
    addNode: always(openPalette),
    connect: { enabled: isAnyNode, run: () => forCard((id) => actions.connect(id, null)) },
    insertNode: { enabled: arrow !== null, run: () => arrow !== null && actions.insertInto(arrow) },
    rename: { enabled: isAnyNode, run: () => forCard((id) => actions.rename(id)) },
    breakAt: { enabled: isAnyNode, run: () => forCard((id) => actions.breakAt(id)) },
    foldFrame: { enabled: isAnyService, run: () => forCard(fold) },
    quickFix: { enabled: isAnyNode, run: () => forCard((id) => actions.showProblems(id)) },
    remove: {
      enabled: isAnyNode,
      run() {
        const id = focused();
        if (id !== null && !isSelected(studio, id)) studio.select({ nodes: [id], edges: [] });
        actions.removeSelection();
      },
    },
    copy: { enabled: isAnyNode, run: clipboard.copy },
    cut: { enabled: isAnyNode, run: clipboard.cut },
    paste: always(clipboard.paste),
    duplicate: { enabled: isAnyNode, run: clipboard.duplicate },
    selectAll: {
      enabled: isAnyNode,
      run() {
        const { schedule } = studio.history.getState();
        studio.select({ nodes: schedule.nodes.map(({ id }) => id), edges: [] });
      },
    },
    selectNothing: {
      enabled: isAnySelected,
      run: () => studio.select({ nodes: [], edges: [] }),
    },
    graphZoomIn: always(() => void zoomIn()),
    graphZoomOut: always(() => void zoomOut()),
    graphFit: always(() => void fitView(fit)),
    graphFitSelected: {
      enabled: isAnySelected,
      run() {
        const { nodes, edges } = studio.view.getState().selection;
        const ends = deriveEdges(studio.history.getState().schedule)
          .filter(({ id }) => edges.includes(id))
          .flatMap(({ source, target }) => [source, target]);
        void fitView({ ...fit, nodes: [...nodes, ...ends].map((id) => ({ id })) });
      },
    },
  };
  useProvideCommands(commands);

  return (event) => {
    const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || target !== pane.current) return;
    const action = keyAction({ key, mod: ctrlKey || metaKey, shift: shiftKey, alt: altKey });
    if (action === null) return;
    if (action.do === 'move') move(action);
    else if (!openPaletteByTab()) return;
    event.preventDefault();
  };
}

type CanvasCommand = Exclude<
  (typeof GRAPH_COMMANDS)[number]['id'],
  'nextArrow' | 'previousArrow' | 'arrowTarget' | 'arrowSource'
>;

function isSelected(studio: Studio, node: string): boolean {
  return studio.view.getState().selection.nodes.includes(node);
}

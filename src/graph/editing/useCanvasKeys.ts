import { useReactFlow } from '@xyflow/react';
import type { KeyboardEvent, RefObject } from 'react';

import { moveEdit, scheduleFrames } from '#graph/edits/moveEdit.ts';
import { GRID, type Point } from '#graph/layout/freePlace.ts';
import type { GraphActions } from '#graph/useGraphActions.ts';
import type { Studio } from '#store/studio.ts';
import { useStudio } from '#store/useStudio.ts';

import { keyAction, type CanvasAction } from './keyAction.ts';
import { FIT } from '#graph/canvas/useViewport.ts';

interface CanvasKeysProps {
  /** The element that has the focus where no card has it. */
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly actions: GraphActions;
  /** Opens the palette's menu; says whether it did. */
  readonly openPalette: () => boolean;
}

/** How far an arrow key pans where nothing is selected, in steps of the grid. */
const PAN = 5;

/** What is done to the card with the focus. */
const FOR_CARD: ReadonlySet<CanvasAction['do']> = new Set(['remove', 'rename', 'connect', 'break']);

/** The keys of the canvas, heard wherever the focus is inside of it. */
export function useCanvasKeys({
  pane,
  actions,
  openPalette,
}: CanvasKeysProps): (event: KeyboardEvent) => void {
  const studio = useStudio();
  const { zoomIn, zoomOut, fitView, getViewport, setViewport } = useReactFlow();

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

  return (event) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element) || isElsewhere(target)) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const press = { key, mod: ctrlKey || metaKey, shift: shiftKey, alt: altKey };
    const action = keyAction(press, target === pane.current);
    if (action === null) return;
    const focused = target.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
    // What is done to a card is done to the one with the focus, selected or not.
    const isForCard = FOR_CARD.has(action.do);
    if (isForCard && focused !== null && !isSelected(studio, focused)) {
      studio.select({ nodes: [focused], edges: [] });
    }
    const { nodes: selected } = studio.view.getState().selection;
    const single = focused ?? (selected.length === 1 ? (selected[0] ?? null) : null);
    switch (action.do) {
      case 'selectAll': {
        const { schedule } = studio.history.getState();
        studio.select({ nodes: schedule.nodes.map(({ id }) => id), edges: [] });
        break;
      }
      case 'clear':
        studio.select({ nodes: [], edges: [] });
        return;
      case 'remove':
        actions.removeSelection();
        break;
      case 'rename':
      case 'connect':
      case 'break':
        if (single === null) return;
        if (action.do === 'rename') actions.rename(single);
        else if (action.do === 'break') actions.breakAt(single);
        else actions.connect(single, null);
        break;
      case 'palette':
        if (!openPalette()) return;
        break;
      case 'move':
        move(action);
        break;
      case 'zoomIn':
        void zoomIn();
        break;
      case 'zoomOut':
        void zoomOut();
        break;
      case 'fit':
        void fitView(FIT);
        break;
    }
    event.preventDefault();
  };
}

function isSelected(studio: Studio, node: string): boolean {
  return studio.view.getState().selection.nodes.includes(node);
}

/** Fields, menus and buttons on the canvas have keys of their own. */
function isElsewhere(target: Element): boolean {
  return target.closest('input, select, textarea, button, form, [role="menu"]') !== null;
}

import { Background, Controls, MiniMap, ReactFlow, useReactFlow } from '@xyflow/react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';

import '@xyflow/react/dist/base.css';

import { focusOf } from '#commands/focusOf.ts';
import { Card } from '#graph/cards/Card.tsx';
import { ServiceFrame } from '#graph/cards/ServiceFrame.tsx';
import { CARD_WIDTH } from '#graph/layout/metrics.ts';
import { Arrow } from '#graph/edges/Arrow.tsx';
import { ArrowInHand } from '#graph/edges/ArrowInHand.tsx';
import { GRID, type Point } from '#graph/layout/freePlace.ts';
import { DRAGGED_KIND, toKind } from '#graph/palette/kinds.ts';
import { useAddNode } from '#graph/palette/useAddNode.ts';
import { createScheduleToFlow } from '#graph/scheduleToFlow.ts';
import { useFar } from '#graph/useFar.ts';
import { GraphActionsContext } from '#graph/useGraphActions.ts';
import type { NodeKind } from '#schedule/schema.ts';
import { useSchedule, useView } from '#store/useStudio.ts';

import { ARIA_LABELS } from './ariaLabels.ts';
import styles from './Canvas.module.css';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { Popups } from '#graph/editing/Popups.tsx';
import { Originals } from './Originals.tsx';
import { Refusal } from './Refusal.tsx';
import { useGraphCommands } from '#graph/editing/useGraphCommands.ts';
import { useAltHeld } from '#graph/editing/useAltHeld.ts';
import { useClipboard } from '#graph/editing/useClipboard.ts';
import { useEditing } from '#graph/editing/useEditing.ts';
import { useBoxSelection } from './useBoxSelection.ts';
import { useFlowChanges } from './useFlowChanges.ts';
import { FIT, useFitOnOpen, useRevealSelected, useShareVisibleArea } from './useViewport.ts';

const NODE_TYPES = { card: Card, frame: ServiceFrame };
/** The class of a frame in the overview. */
const FRAME_IN_OVERVIEW = styles.frameInOverview ?? '';
const EDGE_TYPES = { arrow: Arrow };
const SNAP_GRID: [number, number] = [GRID, GRID];
const ADD_KEYS = ['Shift', 'Control', 'Meta'];
const PAN_BUTTONS = [0, 1];
/** With more cards than this it is easy to lose one's way. */
const MANY_NODES = 8;
/** Up to here all cards are drawn, so that Tab leads to those out of sight too. */
const TOO_MANY_TO_DRAW = 100;

/**
 * React Flow takes new nodes before new arrows and tells of arrows whose port is gone in between.
 * Ports and arrows are derived from the same steps, so both are right as soon as both are there.
 */
function ignorePassingStates(): void {}

/** The graph itself: cards and arrows derived from the schedule, and all that edits them. */
export function Canvas(): ReactNode {
  const schedule = useSchedule();
  const selection = useView((view) => view.selection);
  const { screenToFlowPosition } = useReactFlow();
  const pane = useRef<HTMLDivElement>(null);
  const pointer = useRef<Point | null>(null);
  const editing = useEditing(pane);
  const clipboard = useClipboard({ pane, pointer, editing });
  const box = useBoxSelection(pane);
  const { isCopying, held } = useAltHeld();
  const { moved, onNodesChange, onEdgesChange } = useFlowChanges({
    isBoxing: box.isBoxing,
    isCopying,
    duplicateTo: clipboard.duplicateTo,
  });
  const copies = held && moved.size > 0;
  const [toFlow] = useState(createScheduleToFlow);
  const { nodes, edges } = toFlow(schedule, selection, moved);
  const { open, close, refusal, refuse, told, tell, actions, openPalette } = editing;
  const add = useAddNode();
  const far = useFar();

  useFitOnOpen(schedule);
  useShareVisibleArea();
  useRevealSelected(selection.nodes);

  // Tab opens the menu once; after that it leaves the canvas, so that nobody is caught in it.
  const tabIsFree = useRef(true);
  const onKeyDown = useGraphCommands({
    pane,
    actions,
    clipboard,
    openPalette: () => openPalette(pointer.current ?? middleOf(pane.current)),
    openPaletteByTab() {
      if (pointer.current === null || !tabIsFree.current) return false;
      tabIsFree.current = false;
      openPalette(pointer.current);
      return true;
    },
  });

  const addAt = (kind: NodeKind, place: Point | null): void => {
    const { id, problems } = add(kind, place);
    editing.done(problems, id);
  };
  const onDrop = (event: DragEvent): void => {
    const kind = toKind(event.dataTransfer.getData(DRAGGED_KIND));
    if (kind === null) return;
    event.preventDefault();
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    addAt(kind, { x: x - CARD_WIDTH / 2, y: y - 20 });
  };

  return (
    <GraphActionsContext value={actions}>
      <ReactFlow
        ref={pane}
        data-commands="graph"
        className={[styles.flow, far && styles.far, copies && styles.copies]
          .filter(Boolean)
          .join(' ')}
        tabIndex={-1}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onSelectionStart={box.onSelectionStart}
        onSelectionEnd={box.onSelectionEnd}
        onConnectEnd={editing.onConnectEnd}
        connectionLineComponent={ArrowInHand}
        connectOnClick={false}
        connectionRadius={0}
        onlyRenderVisibleElements={nodes.length > TOO_MANY_TO_DRAW}
        snapToGrid
        snapGrid={SNAP_GRID}
        minZoom={0.1}
        maxZoom={2}
        zoomOnDoubleClick={false}
        panOnDrag={PAN_BUTTONS}
        multiSelectionKeyCode={ADD_KEYS}
        deleteKeyCode={null}
        onError={ignorePassingStates}
        edgesReconnectable={false}
        ariaLabelConfig={ARIA_LABELS}
        onKeyDown={onKeyDown}
        onPointerDownCapture={({ target }) => {
          tabIsFree.current = true;
          box.onPressed();
          // Text that was selected elsewhere is no longer what copying means.
          if (focusOf(target) === 'widget') document.getSelection()?.removeAllRanges();
        }}
        onPointerMove={({ clientX, clientY }) => {
          pointer.current = { x: clientX, y: clientY };
        }}
        onPointerLeave={() => {
          pointer.current = null;
        }}
        onDoubleClick={({ target, clientX, clientY }) => {
          const onCanvas =
            target instanceof Element && target.classList.contains('react-flow__pane');
          if (onCanvas) openPalette({ x: clientX, y: clientY });
        }}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(DRAGGED_KIND)) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
        }}
        onDrop={onDrop}
      >
        <Background gap={2 * GRID} size={1.5} />
        <Controls showInteractive={false} fitViewOptions={FIT} />
        {nodes.length > MANY_NODES ? (
          <MiniMap
            className={styles.overview ?? ''}
            nodeClassName={({ type }) => (type === 'frame' ? FRAME_IN_OVERVIEW : '')}
            pannable
            zoomable
          />
        ) : null}
        {nodes.length === 0 ? <EmptyCanvas onAdd={(kind) => addAt(kind, null)} /> : null}
        {refusal === null ? null : (
          <Refusal key={refusal} text={refusal} onClose={() => refuse(null)} />
        )}
        {told === null || refusal !== null ? null : (
          <Refusal key={told} text={told} isNotice onClose={() => tell(null)} />
        )}
        {copies ? <Originals schedule={schedule} ids={[...moved.keys()]} /> : null}
        {open === null ? null : <Popups open={open} onClose={close} onDone={editing.done} />}
      </ReactFlow>
    </GraphActionsContext>
  );
}

/** The middle of an element, in the window. */
function middleOf(element: HTMLElement | null): Point {
  const { left = 0, top = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
  return { x: left + width / 2, y: top + height / 2 };
}

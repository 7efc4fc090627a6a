import {
  Background,
  Controls,
  MiniMap,
  ReactFlow,
  useReactFlow,
  type OnNodeDrag,
} from '@xyflow/react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';

import '@xyflow/react/dist/base.css';

import { focusOf } from '#commands/focusOf.ts';
import { SelectionToolbar } from '#graph/arrange/SelectionToolbar.tsx';
import { useArrangeCommands } from '#graph/arrange/useArrangeCommands.ts';
import { Card } from '#graph/cards/Card.tsx';
import { ServiceFrame } from '#graph/cards/ServiceFrame.tsx';
import { CARD_WIDTH } from '#graph/layout/metrics.ts';
import { Arrow } from '#graph/edges/Arrow.tsx';
import { BlockArrows } from '#graph/edges/BlockArrows.tsx';
import { ArrowInHand } from '#graph/edges/ArrowInHand.tsx';
import { GRID, type Point } from '#graph/layout/freePlace.ts';
import { kindInHand } from '#graph/palette/kinds.ts';
import { useAddNode } from '#graph/palette/useAddNode.ts';
import { createScheduleToFlow } from '#graph/scheduleToFlow.ts';
import { DetailContext, useDetailOfZoom, usePortsFound } from '#graph/useDetail.ts';
import { GraphActionsContext } from '#graph/useGraphActions.ts';
import type { NodeKind } from '#schedule/schema.ts';
import { useSchedule, useView } from '#store/useStudio.ts';

import { ariaLabels } from './ariaLabels.ts';
import styles from './Canvas.module.css';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { Popups } from '#graph/editing/Popups.tsx';
import { Originals } from './Originals.tsx';
import { Guides } from './Guides.tsx';
import { Refusal } from './Refusal.tsx';
import { useGraphCommands } from '#graph/editing/useGraphCommands.ts';
import { useArrowCommands } from '#graph/editing/useArrowCommands.ts';
import { GraphMenu } from '#graph/menus/GraphMenu.tsx';
import { useAltHeld } from '#graph/editing/useAltHeld.ts';
import { useClipboard } from '#graph/editing/useClipboard.ts';
import { useEditing } from '#graph/editing/useEditing.ts';
import { InsertionContext, useInsertion } from '#graph/editing/useInsertion.ts';
import { ArrowInHandContext } from '#graph/editing/useArrowDrag.ts';
import type { ArrowEdge, FlowNode } from '#graph/flow/flowTypes.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { useBoxSelection } from './useBoxSelection.ts';
import { useFlowChanges } from './useFlowChanges.ts';
import { useGlide } from './useGlide.ts';
import { useFit, useFitOnOpen, useRevealSelected, useShareVisibleArea } from './useViewport.ts';

const NODE_TYPES = { card: Card, frame: ServiceFrame };
/** The class of a frame in the overview. */
const FRAME_IN_OVERVIEW = styles.frameInOverview ?? '';
const EDGE_TYPES = { arrow: Arrow };
/** Blocks have no ports at which React Flow could draw arrows. */
const NO_ARROWS: ArrowEdge[] = [];
const SNAP_GRID: [number, number] = [GRID, GRID];
const ADD_KEYS = ['Shift', 'Control', 'Meta'];
const PAN_BUTTONS = [0, 1];
/** With more cards than this it is easy to lose one's way, but not from where they are all blocks. */
const MANY_NODES = 8;
/** Up to here all cards are drawn, so that Tab leads to those out of sight too. */
const TOO_MANY_TO_DRAW = 100;

/**
 * React Flow takes new nodes before new arrows and tells of arrows whose port is gone in between.
 * Ports and arrows are derived from the same steps, so both are right as soon as both are there.
 */
function ignorePassingStates(): void {}

/** Whole cards take the end of an arrow: where it was let go tells `onConnectEnd`. */
function ignoreReconnection(): void {}

/** What takes hold of the end of an arrow, in the graph's pixels. */
const RECONNECT_RADIUS = 14;

/** The graph itself: cards and arrows derived from the schedule, and all that edits them. */
export function Canvas(): ReactNode {
  const schedule = useSchedule();
  const selection = useView((view) => view.selection);
  const { screenToFlowPosition } = useReactFlow();
  const pane = useRef<HTMLDivElement>(null);
  const pointer = useRef<Point | null>(null);
  const editing = useEditing(pane);
  const clipboard = useClipboard({ pane, pointer, editing });
  const insertion = useInsertion();
  const fit = useFit();
  const box = useBoxSelection(pane);
  const { isCopying, held } = useAltHeld();
  const onTheWay = useGlide(schedule);
  const glides = onTheWay.size > 0;
  const { moved, guides, onNodesChange, onEdgesChange } = useFlowChanges({
    glides,
    isBoxing: box.isBoxing,
    isCopying,
    duplicateTo: clipboard.duplicateTo,
    takeInto: insertion.take,
  });
  const copies = held && moved.size > 0;
  const [toFlow] = useState(createScheduleToFlow);
  const { nodes, edges } = toFlow(schedule, selection, moved, onTheWay);
  const { open, close, refusal, refuse, told, tell, actions, openPalette } = editing;
  const add = useAddNode();
  const detail = useDetailOfZoom(nodes.length);
  const asBlocks = detail === 'block';
  usePortsFound(
    detail,
    nodes.map(({ id }) => id),
  );

  useFitOnOpen(schedule);
  useShareVisibleArea();
  useRevealSelected(selection.nodes);
  useArrangeCommands(refuse);
  useArrowCommands(pane);

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

  const addAt = (kind: NodeKind, place: Point | null, into: ScheduleEdge | null = null): void => {
    const { id, problems } = add(kind, place, into);
    editing.done(problems, id);
  };
  const onNodeDrag: OnNodeDrag<FlowNode> = (event, { id, type, data }, dragged) => {
    const point = 'touches' in event ? event.touches[0] : event;
    if (type === 'frame' || dragged.length > 1 || isCopying() || point === undefined) {
      insertion.take();
    } else {
      insertion.over({ x: point.clientX, y: point.clientY }, { kind: data.node.kind, id });
    }
  };
  const onDrop = (event: DragEvent): void => {
    const kind = kindInHand(event.dataTransfer.types);
    const into = insertion.take();
    if (kind === null) return;
    event.preventDefault();
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    addAt(kind, { x: x - CARD_WIDTH / 2, y: y - 20 }, into);
  };

  return (
    <GraphActionsContext value={actions}>
      <InsertionContext value={insertion.into?.id ?? null}>
        <ArrowInHandContext value={editing.arrowDrag.arrowInHand}>
          <DetailContext value={detail}>
            <GraphMenu
              pane={pane}
              pointAt={(point) => {
                pointer.current = point;
              }}
            >
              <ReactFlow
                ref={pane}
                data-commands="graph"
                className={[
                  styles.flow,
                  detail === 'far' && styles.far,
                  copies && styles.copies,
                  glides && styles.glides,
                ]
                  .filter(Boolean)
                  .join(' ')}
                tabIndex={-1}
                nodes={nodes}
                edges={asBlocks ? NO_ARROWS : edges}
                nodeTypes={NODE_TYPES}
                edgeTypes={EDGE_TYPES}
                onNodesChange={onNodesChange}
                onEdgesChange={onEdgesChange}
                onSelectionStart={box.onSelectionStart}
                onSelectionEnd={box.onSelectionEnd}
                onConnectEnd={editing.arrowDrag.onConnectEnd}
                onReconnectStart={editing.arrowDrag.onReconnectStart}
                onReconnect={ignoreReconnection}
                reconnectRadius={RECONNECT_RADIUS}
                onNodeDrag={onNodeDrag}
                connectionLineComponent={ArrowInHand}
                connectOnClick={false}
                connectionRadius={0}
                onlyRenderVisibleElements={nodes.length > TOO_MANY_TO_DRAW}
                snapToGrid
                snapGrid={SNAP_GRID}
                minZoom={0.05}
                maxZoom={2}
                zoomOnDoubleClick={false}
                panOnDrag={PAN_BUTTONS}
                multiSelectionKeyCode={ADD_KEYS}
                deleteKeyCode={null}
                onError={ignorePassingStates}
                edgesReconnectable={false}
                ariaLabelConfig={ariaLabels()}
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
                  const kind = kindInHand(event.dataTransfer.types);
                  if (kind === null) return;
                  event.preventDefault();
                  event.dataTransfer.dropEffect = 'copy';
                  insertion.over({ x: event.clientX, y: event.clientY }, { kind, id: null });
                }}
                onDragLeave={({ currentTarget, relatedTarget }) => {
                  const inside =
                    relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
                  if (!inside) insertion.take();
                }}
                onDrop={onDrop}
              >
                <Background gap={2 * GRID} size={1.5} />
                <Controls showInteractive={false} fitViewOptions={fit} />
                {nodes.length > MANY_NODES && !asBlocks ? (
                  <MiniMap
                    className={styles.overview ?? ''}
                    nodeClassName={({ type }) => (type === 'frame' ? FRAME_IN_OVERVIEW : '')}
                    pannable
                    zoomable
                  />
                ) : null}
                {asBlocks ? <BlockArrows nodes={nodes} edges={edges} /> : null}
                <SelectionToolbar />
                {guides.length === 0 ? null : <Guides guides={guides} />}
                {nodes.length === 0 ? <EmptyCanvas onAdd={(kind) => addAt(kind, null)} /> : null}
                {refusal === null ? null : (
                  <Refusal key={refusal} text={refusal} onClose={() => refuse(null)} />
                )}
                {told === null || refusal !== null ? null : (
                  <Refusal key={told} text={told} isNotice onClose={() => tell(null)} />
                )}
                {copies ? <Originals schedule={schedule} ids={[...moved.keys()]} /> : null}
                {open === null ? null : (
                  <Popups open={open} onClose={close} onDone={editing.done} />
                )}
              </ReactFlow>
            </GraphMenu>
          </DetailContext>
        </ArrowInHandContext>
      </InsertionContext>
    </GraphActionsContext>
  );
}

/** The middle of an element, in the window. */
function middleOf(element: HTMLElement | null): Point {
  const { left = 0, top = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
  return { x: left + width / 2, y: top + height / 2 };
}

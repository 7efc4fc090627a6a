import type { Edge, Node, Position } from '@xyflow/react';

import { chainOf, ownFunction } from '#schedule/language.ts';
import { deriveEdges, type ScheduleEdge } from '#schedule/edges.ts';
import { functionNamed, placesOf } from '#schedule/places.ts';
import type { Schedule, ScheduleFunction, ScheduleNode } from '#schedule/schema.ts';

import {
  cardLayout,
  stepKey,
  TARGET_PORT,
  type CardLayout,
  type Rail,
} from './layout/cardLayout.ts';
import { actKeysOf } from './state/actingEdges.ts';
import { edgeLabel, edgeSentence } from './words/edgeWords.ts';
import type { Point } from './layout/freePlace.ts';

/** A card as React Flow knows it. */
export type CardNode = Node<CardData, 'card'>;

/** What a card is drawn from. */
export interface CardData extends Record<string, unknown> {
  readonly node: ScheduleNode;
  readonly layout: CardLayout;
}

/** An arrow as React Flow knows it. */
export type ArrowEdge = Edge<ArrowData, 'arrow'>;

/** What an arrow is drawn from. */
export interface ArrowData extends Record<string, unknown> {
  readonly edge: ScheduleEdge;
  readonly label: string;
  /** The rail that its function stands on, or null. */
  readonly rail: Rail | null;
  readonly actKeys: readonly string[];
}

/** React Flow's picture of a schedule. */
export interface Flow {
  readonly nodes: CardNode[];
  readonly edges: ArrowEdge[];
}

/** What is selected, by id. */
export interface FlowSelection {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/** Derives React Flow's nodes and edges; what has not changed is the same object as before. */
export type ScheduleToFlow = (
  schedule: Schedule,
  selection: FlowSelection,
  /** Where cards are while they are dragged: no part of the document until they are let go. */
  moved: ReadonlyMap<string, Point>,
) => Flow;

/**
 * A derivation that remembers its last result, so that an edit of one node makes React Flow look
 * at that node alone. Everything it gives follows from its arguments.
 */
export function createScheduleToFlow(): ScheduleToFlow {
  let cards = new Map<string, KnownCard>();
  let arrows = new Map<string, ArrowEdge>();
  let last: { schedule: Schedule; selection: FlowSelection; flow: ArrowEdge[] } | null = null;

  const cardsOf = (
    schedule: Schedule,
    selection: FlowSelection,
    moved: ReadonlyMap<string, Point>,
  ): CardNode[] => {
    const selected = new Set(selection.nodes);
    const next = new Map<string, KnownCard>();
    for (const node of schedule.nodes) {
      const before = cards.get(node.id);
      const position = moved.get(node.id) ?? node.position;
      next.set(node.id, cardOf(schedule, node, position, selected.has(node.id), before));
    }
    cards = next;
    return Array.from(next.values(), ({ flow }) => flow);
  };

  const arrowsOf = (schedule: Schedule, selection: FlowSelection): ArrowEdge[] => {
    const same =
      last !== null &&
      last.schedule.nodes === schedule.nodes &&
      last.schedule.functions === schedule.functions &&
      last.selection.nodes === selection.nodes &&
      last.selection.edges === selection.edges;
    if (same && last !== null) return last.flow;
    const selected = new Set(selection.edges);
    const ends = new Set(selection.nodes);
    const next = new Map<string, ArrowEdge>();
    for (const edge of deriveEdges(schedule)) {
      const port = cards.get(edge.source)?.flow.data.layout.portOfStep;
      const handle = port?.get(stepKey(edge.place, edge.step)) ?? null;
      // Tab leads to cards first, and to the arrows of a card once that is selected.
      const focusable = selected.has(edge.id) || ends.has(edge.source) || ends.has(edge.target);
      const arrow = arrowOf(edge, handle, selected.has(edge.id), focusable);
      const before = arrows.get(edge.id);
      next.set(edge.id, before !== undefined && sameArrow(before, arrow) ? before : arrow);
    }
    arrows = next;
    last = { schedule, selection, flow: [...next.values()] };
    return last.flow;
  };

  return (schedule, selection, moved) => {
    const nodes = cardsOf(schedule, selection, moved);
    return { nodes, edges: arrowsOf(schedule, selection) };
  };
}

interface KnownCard {
  readonly flow: CardNode;
  readonly functions: readonly (ScheduleFunction | null)[];
}

function cardOf(
  schedule: Schedule,
  node: ScheduleNode,
  position: Point,
  selected: boolean,
  before: KnownCard | undefined,
): KnownCard {
  const functions = placesOf(node).map((entry) => functionNamed(schedule, entry.function));
  const sameText =
    before !== undefined &&
    sameButPlace(before.flow.data.node, node) &&
    before.functions.length === functions.length &&
    before.functions.every((known, index) => known === functions[index]);
  const data: CardData = sameText
    ? before.flow.data
    : { node, layout: cardLayout(node, (name) => functionNamed(schedule, name)) };
  const unchanged =
    sameText &&
    before.flow.position.x === position.x &&
    before.flow.position.y === position.y &&
    before.flow.selected === selected;
  return unchanged ? before : { flow: toCard(node.id, data, position, selected), functions };
}

/** Whether two states of a node look the same wherever they stand. */
function sameButPlace(a: ScheduleNode, b: ScheduleNode): boolean {
  if (a === b) return true;
  const keys = Object.keys(a).filter((key) => key !== 'position');
  return (
    Object.keys(b).filter((key) => key !== 'position').length === keys.length &&
    ownFunction(a) === ownFunction(b) &&
    chainOf(a) === chainOf(b) &&
    keys.every((key) => Reflect.get(a, key) === Reflect.get(b, key))
  );
}

function toCard(id: string, data: CardData, position: Point, selected: boolean): CardNode {
  const { width, height, ports } = data.layout;
  return {
    id,
    type: 'card',
    data,
    position,
    selected,
    width,
    height,
    // Said, not measured: React Flow has nothing to write back then.
    measured: { width, height },
    handles: ports.map((port) => ({
      id: port.id,
      type: port.end,
      // An enum of React Flow whose values are these words; importing it would import React.
      position: port.edge as string as Position,
      x: port.x - port.size / 2,
      y: port.y - port.size / 2,
      width: port.size,
      height: port.size,
    })),
    domAttributes: { 'aria-labelledby': cardLabelIds(id) },
  };
}

/** The ids of the elements that name a card: its id, its kind and its state at the playhead. */
export function cardLabelIds(id: string): string {
  return `card-${id}-id card-${id}-kind card-${id}-state`;
}

function arrowOf(
  edge: ScheduleEdge,
  handle: string | null,
  selected: boolean,
  focusable: boolean,
): ArrowEdge {
  const { id, source, target, does, starts, place } = edge;
  return {
    id,
    type: 'arrow',
    source,
    target,
    selected,
    focusable,
    sourceHandle: handle,
    targetHandle: TARGET_PORT,
    ariaLabel: edgeSentence(source, does, starts, target),
    data: {
      edge,
      label: edgeLabel(does, starts),
      rail: place.at === 'link' && place.side !== 'both' ? place.side : null,
      actKeys: actKeysOf(edge),
    },
  };
}

function sameArrow(a: ArrowEdge, b: ArrowEdge): boolean {
  return (
    a.selected === b.selected &&
    a.focusable === b.focusable &&
    a.sourceHandle === b.sourceHandle &&
    a.target === b.target &&
    a.ariaLabel === b.ariaLabel &&
    a.data?.edge.function === b.data?.edge.function
  );
}

import type { Edge, Node } from '@xyflow/react';

import type { CardLayout } from '#graph/layout/cardLayout.ts';
import type { Frame } from '#graph/layout/frames.ts';
import type { Port } from '#graph/layout/ports.ts';
import type { Rail } from '#graph/layout/metrics.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

/** A card as React Flow knows it. */
export type CardNode = Node<CardData, 'card'>;

/** What a card is drawn from. */
export interface CardData extends Record<string, unknown> {
  readonly node: ScheduleNode;
  readonly layout: CardLayout;
}

/** The frame of a service as React Flow knows it. */
export type FrameNode = Node<FrameData, 'frame'>;

/** What a frame is drawn from. */
export interface FrameData extends Record<string, unknown> {
  readonly node: ScheduleNode;
  readonly frame: Pick<Frame, 'width' | 'height' | 'header'>;
  /** How many nodes lie in it directly. */
  readonly members: number;
  /** The ids of all that is folded away in it; null where it is not folded. */
  readonly inside: readonly string[] | null;
  readonly ports: readonly Port[];
  /** What letting go of the cards in hand would do here; null for nothing. */
  readonly drop: FrameDrop | null;
}

/** What letting go of the cards in hand would do at a frame. */
export interface FrameDrop {
  readonly does: 'putInto' | 'takeOut';
  /** The node's id, or how many. */
  readonly what: string;
}

/** A node as React Flow knows it. */
export type FlowNode = CardNode | FrameNode;

/** An arrow as React Flow knows it. */
export type ArrowEdge = Edge<ArrowData, 'arrow'>;

/** What an arrow is drawn from. */
export interface ArrowData extends Record<string, unknown> {
  readonly edge: ScheduleEdge;
  readonly label: string;
  /** The rail that its function stands on, or null. */
  readonly rail: Rail | null;
  /** How far along its way the label stands, so that those of arrows between two cards lie apart. */
  readonly along: number;
  readonly actKeys: readonly string[];
}

/** React Flow's picture of a schedule. */
export interface Flow {
  readonly nodes: FlowNode[];
  readonly edges: ArrowEdge[];
}

/** What is selected, by id. */
export interface FlowSelection {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

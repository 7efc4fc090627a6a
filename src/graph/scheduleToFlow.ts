import { deriveEdges, type ScheduleEdge } from '#schedule/edges.ts';
import type { Schedule } from '#schedule/schema.ts';

import { foldedInto } from '#schedule/foldedInto.ts';

import { foldedArrows } from './flow/foldedArrows.ts';
import { arrowOf, labelPlaces, sameArrow } from './flow/arrowFlow.ts';
import { cardOf, type KnownCard } from './flow/cardFlow.ts';
import type { ArrowEdge, Flow, FlowNode, FlowSelection, FrameNode } from './flow/flowTypes.ts';
import { dropsOf, frameNodeOf } from './flow/frameFlow.ts';
import { changesOfFrame, framesOf, withMembers, type Frames } from './layout/frames.ts';
import type { Point } from './layout/freePlace.ts';
import { CARD_WIDTH } from './layout/metrics.ts';

/** The arrows of a schedule. */
interface Derived {
  readonly schedule: Schedule;
  readonly edges: readonly ScheduleEdge[];
  /** How far along its way each label stands. */
  readonly along: readonly number[];
}

/** Derives React Flow's nodes and edges; what has not changed is the same object as before. */
export type ScheduleToFlow = (
  schedule: Schedule,
  selection: FlowSelection,
  /** Where cards are while they are dragged: no part of the document until they are let go. */
  moved: ReadonlyMap<string, Point>,
  /** Where nodes are seen on their way to the places that the document has already. */
  onTheWay?: ReadonlyMap<string, Point>,
) => Flow;

/**
 * A derivation that remembers its last result, so that an edit of one node makes React Flow look
 * at that node alone. Everything it gives follows from its arguments.
 */
export function createScheduleToFlow(): ScheduleToFlow {
  let cards = new Map<string, KnownCard>();
  let frameNodes = new Map<string, FrameNode>();
  let arrows = new Map<string, ArrowEdge>();
  let derived: Derived | null = null;
  let last: { schedule: Schedule; selection: FlowSelection; flow: ArrowEdge[] } | null = null;

  const nodesOf = (
    schedule: Schedule,
    selection: FlowSelection,
    moved: ReadonlyMap<string, Point>,
  ): FlowNode[] => {
    const selected = new Set(selection.nodes);
    const next = new Map<string, KnownCard>();
    const laidOut = (places: ReadonlyMap<string, Point>): void => {
      for (const node of schedule.nodes) {
        if (node.kind === 'service') continue;
        const before = next.get(node.id) ?? cards.get(node.id);
        const position = places.get(node.id) ?? node.position;
        next.set(node.id, cardOf(schedule, node, position, selected.has(node.id), before));
      }
    };
    laidOut(moved);
    // Frames stand where they are while single cards are dragged: those could never leave them else.
    const frames = framesOf(schedule.nodes, ({ id }) => ({
      width: CARD_WIDTH,
      height: next.get(id)?.flow.data.layout.height ?? 0,
    }));
    const places = withMembers(frames, moved);
    if (places.size > moved.size) laidOut(places);
    cards = next;
    const into = foldedInto(schedule.nodes);
    frameNodes = framesFrom(schedule, frames, places, moved, selected, into);
    const flows = Array.from(next.values(), ({ flow }) => flow);
    return [...frameNodes.values(), ...flows.filter(({ id }) => !into.has(id))];
  };

  const framesFrom = (
    schedule: Schedule,
    frames: Frames,
    places: ReadonlyMap<string, Point>,
    moved: ReadonlyMap<string, Point>,
    selected: ReadonlySet<string>,
    into: ReadonlyMap<string, string>,
  ): Map<string, FrameNode> => {
    const drops = dropsOf(frames, changesOfFrame(schedule.nodes, frames, moved));
    const services = new Map(
      schedule.nodes.filter(({ id }) => frames.has(id)).map((node) => [node.id, node]),
    );
    const next = new Map<string, FrameNode>();
    for (const frame of frames.values()) {
      const { id, x, y } = frame;
      const node = services.get(id);
      if (node === undefined || frame.hidden) continue;
      const inside = frame.folded
        ? [...into].filter(([, of]) => of === id).map(([of]) => of)
        : null;
      const place = places.get(id) ?? { x, y };
      const drop = drops.get(id) ?? null;
      next.set(
        id,
        frameNodeOf(node, frame, place, selected.has(id), drop, inside, frameNodes.get(id)),
      );
    }
    return next;
  };

  const derivedFrom = (schedule: Schedule): Derived => {
    const same =
      derived !== null &&
      derived.schedule.nodes === schedule.nodes &&
      derived.schedule.functions === schedule.functions;
    if (derived === null || !same) {
      const edges = deriveEdges(schedule);
      derived = { schedule, edges, along: labelPlaces(edges) };
    }
    return derived;
  };

  const arrowsOf = (schedule: Schedule, selection: FlowSelection): ArrowEdge[] => {
    const { edges, along } = derivedFrom(schedule);
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
    const all: ArrowEdge[] = [];
    for (const [index, edge] of edges.entries()) {
      const source = cards.get(edge.source)?.flow.data;
      // Tab leads to cards first, and to the arrows of a card once that is selected.
      const focusable = selected.has(edge.id) || ends.has(edge.source) || ends.has(edge.target);
      const arrow = arrowOf(edge, source, selected.has(edge.id), focusable, along[index] ?? 0.5);
      all.push(arrow);
    }
    for (const arrow of foldedArrows(all, foldedInto(schedule.nodes))) {
      const before = arrows.get(arrow.id);
      next.set(arrow.id, before !== undefined && sameArrow(before, arrow) ? before : arrow);
    }
    arrows = next;
    last = { schedule, selection, flow: [...next.values()] };
    return last.flow;
  };

  return (schedule, selection, moved, onTheWay = NOWHERE) => {
    const nodes = nodesOf(seenAt(schedule, onTheWay), selection, moved);
    return { nodes, edges: arrowsOf(schedule, selection) };
  };
}

const NOWHERE: ReadonlyMap<string, Point> = new Map();

/** A schedule with some nodes at other places: frames lie around their members there too. */
function seenAt(schedule: Schedule, places: ReadonlyMap<string, Point>): Schedule {
  if (places.size === 0) return schedule;
  const nodes = schedule.nodes.map((node) => {
    const position = places.get(node.id);
    return position === undefined ? node : { ...node, position };
  });
  return { ...schedule, nodes };
}

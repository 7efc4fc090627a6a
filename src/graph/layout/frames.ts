import type { CssPixels } from '#base/units.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

import { isFolded } from '#schedule/foldedInto.ts';

import { headerHeight } from './cardLayout.ts';
import { GRID, type Area, type Point } from './freePlace.ts';
import { CARD_WIDTH } from './metrics.ts';

/** The frame of a service: around its members, or where the service stands if it has none. */
export interface Frame extends Area {
  readonly id: string;
  readonly header: CssPixels;
  /** How many frames it lies in. */
  readonly depth: number;
  /** What lies in it directly. */
  readonly members: readonly ScheduleNode[];
  /** Whether it is shown without them. */
  readonly folded: boolean;
  /** Whether it lies in a frame that is folded, and is not shown itself. */
  readonly hidden: boolean;
}

/** The frames of a schedule, by the id of their service, outer ones before inner ones. */
export type Frames = ReadonlyMap<string, Frame>;

/** How far a frame reaches around its members: the handles of their rails stick out below. */
export const FRAME_ASIDE: CssPixels = 20;
/** A frame without members: room to drop a card. */
export const EMPTY_FRAME = { width: CARD_WIDTH + 2 * FRAME_ASIDE, height: 150 };
/** What a folded frame has below its header. */
export const FOLDED_LINE: CssPixels = 34;

/**
 * How far a frame with this header reaches above its members: whole steps of the grid, so that a
 * frame on the grid has its members on it too.
 */
export function frameAbove(header: CssPixels): CssPixels {
  return Math.ceil((header + GRID) / GRID) * GRID;
}

/** The frames around the members of services. `sizeOf` gives the size of a card. */
export function framesOf(
  nodes: readonly ScheduleNode[],
  sizeOf: (node: ScheduleNode) => Pick<Area, 'width' | 'height'>,
): Frames {
  const services = new Map<string, ScheduleNode>();
  for (const node of nodes) if (node.kind === 'service') services.set(node.id, node);
  const members = new Map<string, ScheduleNode[]>();
  for (const node of services.size === 0 ? [] : nodes) {
    if (node.service === undefined || !services.has(node.service)) continue;
    const list = members.get(node.service) ?? [];
    list.push(node);
    members.set(node.service, list);
  }

  const frames = new Map<string, Frame>();
  const add = (service: ScheduleNode, depth: number, hidden: boolean): Area => {
    const header = headerHeight(service);
    const inside = members.get(service.id) ?? [];
    const folded = isFolded(service);
    const known = { id: service.id, depth, header, members: inside, folded, hidden };
    // Outer frames come first; the place is kept while what lies inside is laid out.
    frames.set(service.id, { ...known, ...NOWHERE });
    const areas = inside.map((node) =>
      node.kind === 'service'
        ? add(node, depth + 1, hidden || folded)
        : { ...node.position, ...sizeOf(node) },
    );
    const whole =
      areas.length === 0 ? { ...service.position, ...EMPTY_FRAME } : around(areas, header);
    const area = folded
      ? { ...whole, width: EMPTY_FRAME.width, height: header + FOLDED_LINE }
      : whole;
    frames.set(service.id, { ...known, ...area });
    return area;
  };
  for (const service of services.values()) {
    const isInner = service.service !== undefined && services.has(service.service);
    if (!isInner) add(service, 0, false);
  }
  return frames;
}

const NOWHERE: Area = { x: 0, y: 0, width: 0, height: 0 };

function around(areas: readonly Area[], header: CssPixels): Area {
  const x = Math.min(...areas.map((area) => area.x)) - FRAME_ASIDE;
  const y = Math.min(...areas.map((area) => area.y)) - frameAbove(header);
  const right = Math.max(...areas.map((area) => area.x + area.width)) + FRAME_ASIDE;
  const bottom = Math.max(...areas.map((area) => area.y + area.height)) + FRAME_ASIDE;
  return { x, y, width: Math.max(right - x, EMPTY_FRAME.width), height: bottom - y };
}

/** The middle of the title of a card, or of a frame, that stands here: what it is held by. */
export function titleMiddle({ x, y }: Point): Point {
  return { x: x + CARD_WIDTH / 2, y: y + 20 };
}

/** The innermost frame at a place, of those that `counts` says; null where there is none. */
export function frameAt(
  frames: Frames,
  { x, y }: Point,
  counts: (id: string) => boolean = () => true,
): Frame | null {
  let found: Frame | null = null;
  for (const frame of frames.values()) {
    if (frame.hidden) continue;
    const covers =
      x >= frame.x && x < frame.x + frame.width && y >= frame.y && y < frame.y + frame.height;
    if (covers && counts(frame.id) && (found === null || frame.depth >= found.depth)) found = frame;
  }
  return found;
}

/** Where things stand that are moved: those moved themselves, and all that lies in moved frames. */
export function withMembers(
  frames: Frames,
  moved: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const places = new Map(moved);
  const carry = ({ members }: Frame, x: CssPixels, y: CssPixels): void => {
    for (const member of members) {
      if (places.has(member.id)) continue;
      const inner = frames.get(member.id);
      const from = inner ?? member.position;
      places.set(member.id, { x: from.x + x, y: from.y + y });
      if (inner !== undefined) carry(inner, x, y);
    }
  };
  for (const [id, place] of moved) {
    const frame = frames.get(id);
    if (frame !== undefined) carry(frame, place.x - frame.x, place.y - frame.y);
  }
  return places;
}

/**
 * Which of the nodes that were moved by hand lie in another frame then: the service to put each
 * into, or null to take it out. What is carried by its own frame stays in it.
 */
export function changesOfFrame(
  nodes: readonly ScheduleNode[],
  frames: Frames,
  moved: ReadonlyMap<string, Point>,
): ReadonlyMap<string, string | null> {
  const changes = new Map<string, string | null>();
  if (frames.size === 0 || moved.size === 0) return changes;
  const moving = withMembers(frames, moved);
  for (const { id, service } of nodes) {
    const place = moved.get(id);
    if (place === undefined || (service !== undefined && moving.has(service))) continue;
    const frame = frameAt(frames, titleMiddle(place), (other) => !moving.has(other));
    const into = frame?.id ?? null;
    if (into !== (service ?? null)) changes.set(id, into);
  }
  return changes;
}

import type { TimelineLanes } from '#schedule/schema.ts';
import { laneHeight } from '#schedule/timelineEdits.ts';
import type { ShownLane } from '#timeline/layout/laneGeometry.ts';
import { LANE_SIZES } from '#timeline/layout/laneSize.ts';
import { REACTOR, type TraceNode } from '#trace/traceHeader.ts';

/** A lane that is shown, and where it belongs. */
export interface LaneEntry extends ShownLane {
  /** The id of its node; null for the reactor. */
  readonly id: string | null;
  readonly kind: string;
  /** The index in the header of the service that it belongs to; `REACTOR` for none. */
  readonly service: number;
  /** The ids of all nodes of its service, in the order of their lanes, this one among them. */
  readonly siblings: readonly string[];
  /** Whether its members can be folded away, or are so. */
  readonly fold: 'none' | 'open' | 'folded';
}

const REACTOR_LANE: LaneEntry = {
  lane: 0,
  inside: [],
  size: LANE_SIZES.normal,
  id: null,
  kind: 'reactor',
  depth: 0,
  service: REACTOR,
  siblings: [],
  fold: 'none',
};

/** What is known of a node while the lanes are arranged. */
interface Branch {
  readonly index: number;
  readonly node: TraceNode;
  readonly depth: number;
  readonly service: number;
  /** Whether it or a service round it was asked for. */
  readonly isWanted: boolean;
}

/**
 * The lanes from top to bottom: the reactor's, then the nodes, each service above its members. Where
 * `matches` is given, only the nodes that it picks by their index are shown, with the services that
 * they lie in, and a service that it picks with its members.
 */
export function arrangeLanes(
  nodes: readonly TraceNode[],
  timeline: TimelineLanes | undefined,
  matches: ((index: number) => boolean) | null,
): readonly LaneEntry[] {
  const members = membersOf(nodes, timeline?.order ?? []);
  const branches = branchesOf(nodes, members, matches);
  const shown = new Set<number>();
  for (const { index, service, isWanted } of branches.toReversed()) {
    if (!isWanted && !shown.has(index)) continue;
    shown.add(index);
    if (service !== REACTOR) shown.add(service);
  }

  const folded = new Set(timeline?.folded);
  const siblings = new Map(
    [...members].map(([service, indexes]) => [service, indexes.map((at) => nodes[at]?.id ?? '')]),
  );
  const entries: LaneEntry[] = [REACTOR_LANE];
  /** The lanes inside of the service that is folded, as long as its members come. */
  let inside: number[] = [];
  let foldedDepth = Infinity;
  for (const { index, node, depth, service, isWanted } of branches) {
    if (!shown.has(index)) continue;
    if (depth > foldedDepth) {
      inside.push(index + 1);
      continue;
    }
    // What was looked for must be seen: a service that only holds it is open.
    const canFold = members.has(index) && isWanted;
    const isFolded = canFold && folded.has(node.id);
    inside = [];
    foldedDepth = isFolded ? depth : Infinity;
    entries.push({
      lane: index + 1,
      inside,
      size: LANE_SIZES[laneHeight(timeline, node.id)],
      id: node.id,
      kind: node.kind,
      depth,
      service,
      siblings: siblings.get(service) ?? [],
      fold: isFolded ? 'folded' : canFold ? 'open' : 'none',
    });
  }
  return entries;
}

/** The nodes of each service and of none (`REACTOR`), in the order of their lanes. */
function membersOf(
  nodes: readonly TraceNode[],
  order: readonly string[],
): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  nodes.forEach(({ service }, index) => {
    const key = service ?? REACTOR;
    const known = members.get(key);
    if (known === undefined) members.set(key, [index]);
    else known.push(index);
  });
  if (order.length === 0) return members;
  const ranks = new Map(order.map((id, rank) => [id, rank]));
  const rank = nodes.map(({ id }) => ranks.get(id) ?? order.length);
  for (const indexes of members.values()) {
    indexes.sort((one, two) => (rank[one] ?? 0) - (rank[two] ?? 0));
  }
  return members;
}

/** All nodes, each service before its members: services lie in each other as deep as they like. */
function branchesOf(
  nodes: readonly TraceNode[],
  members: ReadonlyMap<number, readonly number[]>,
  matches: ((index: number) => boolean) | null,
): readonly Branch[] {
  const branches: Branch[] = [];
  const open: Branch[] = [];
  const add = (service: number, depth: number, isInWanted: boolean): void => {
    for (const index of (members.get(service) ?? []).toReversed()) {
      const node = nodes[index];
      if (node === undefined) continue;
      const isWanted = isInWanted || matches === null || matches(index);
      open.push({ index, node, depth, service, isWanted });
    }
  };
  add(REACTOR, 0, false);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    branches.push(next);
    add(next.index, next.depth + 1, next.isWanted);
  }
  return branches;
}

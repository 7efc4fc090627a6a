import { Graph, layout } from '@dagrejs/dagre';

import type { CssPixels } from '#base/units.ts';

import type { Box, DirectedLink } from './box.ts';

/** A box in a layer, or the room that an arrow takes which passes through it. */
export interface LayerItem {
  /** Null for the room of an arrow. */
  readonly box: Box | null;
  readonly height: CssPixels;
}

/** A piece of an arrow, from an item of a layer to one of the next. */
export interface Segment {
  readonly left: LayerItem;
  readonly right: LayerItem;
  readonly leftY: CssPixels;
  readonly rightY: CssPixels;
  readonly weight: number;
}

/** Boxes in layers from left to right, each in its order from top to bottom. */
export interface Layers {
  readonly layers: readonly (readonly LayerItem[])[];
  readonly segments: readonly Segment[];
}

/** The room that an arrow takes between cards. */
const PASSAGE: CssPixels = 20;

/** With more boxes than this the library's better way to find layers takes seconds. */
const MANY = 300;

/** What dagre knows of a box and of an arrow, before and after. */
interface NodeLabel {
  readonly width: number;
  readonly height: number;
  readonly rank?: number;
  readonly y?: number;
}
interface EdgeLabel {
  readonly weight: number;
  readonly points?: readonly { readonly x: number; readonly y: number }[];
}

/** Puts boxes that hang together into layers, so that few arrows cross. No links may go in a circle. */
export function layersOf(boxes: readonly Box[], links: readonly DirectedLink[]): Layers {
  const graph = new Graph<object, NodeLabel, EdgeLabel>();
  graph.setGraph({
    rankdir: 'LR',
    ranker: boxes.length > MANY ? 'tight-tree' : 'network-simplex',
  });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  // Its weights are whole: half ones are those of arrows back.
  for (const { left, right, weight } of links) graph.setEdge(left, right, { weight: 2 * weight });
  layout(graph);

  const rankOf = (id: string): number => graph.node(id).rank ?? 0;
  const ranks = [...new Set(boxes.map(({ id }) => rankOf(id)))].sort((a, b) => a - b);
  const placed: { readonly item: LayerItem; readonly y: number }[][] = ranks.map(() => []);
  const layerAt = new Map(ranks.map((rank, layer) => [rank, layer]));
  const layerOf = (id: string): number => layerAt.get(rankOf(id)) ?? 0;

  const items = new Map<string, LayerItem>();
  for (const box of boxes) {
    const item: LayerItem = { box, height: box.height };
    items.set(box.id, item);
    placed[layerOf(box.id)]?.push({ item, y: graph.node(box.id).y ?? 0 });
  }

  const segments: Segment[] = [];
  for (const { left, right, leftY, rightY, weight } of links) {
    const points = graph.edge(left, right).points ?? [];
    const first = rankOf(left);
    let from = items.get(left);
    let fromY = leftY;
    const goOn = (item: LayerItem | undefined, y: number): void => {
      if (from === undefined || item === undefined) return;
      segments.push({ left: from, leftY: fromY, right: item, rightY: y, weight });
      from = item;
      fromY = y;
    };
    for (let layer = layerOf(left) + 1; layer < layerOf(right); layer += 1) {
      const passage: LayerItem = { box: null, height: PASSAGE };
      // The way has a point at each rank, those of its ends included.
      const y = points[(ranks[layer] ?? first) - first]?.y ?? 0;
      placed[layer]?.push({ item: passage, y });
      goOn(passage, PASSAGE / 2);
    }
    goOn(items.get(right), rightY);
  }
  const layers = placed.map((layer) => layer.sort((a, b) => a.y - b.y).map(({ item }) => item));
  return { layers, segments };
}

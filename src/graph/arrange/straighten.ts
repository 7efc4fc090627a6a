import type { CssPixels } from '#base/units.ts';
import { GRID } from '#graph/layout/freePlace.ts';

import type { LayerItem, Layers, Segment } from './layers.ts';
import { groupBy } from './portOrder.ts';

/** Between two cards of a layer, and beside an arrow that passes between them. */
const APART: CssPixels = 40;
const BESIDE_ARROW: CssPixels = 10;

/** How often arrows pull at their ends, from the left and from the right in turn. */
const SWEEPS = 12;

/** What an item without arrows on one side counts against those that have some. */
const IDLE = 0.01;

/**
 * The upper edges of items, on the grid: each as near as can be to where its arrows would be
 * straight, in the order of its layer and with room between.
 */
export function straighten({ layers, segments }: Layers): ReadonlyMap<LayerItem, CssPixels> {
  const tops = new Map<LayerItem, CssPixels>();
  const before = groupBy(segments, ({ right }) => right);
  const after = groupBy(segments, ({ left }) => left);
  const offsets = layers.map(offsetsOf);
  layers.forEach((layer, index) => {
    layer.forEach((item, at) => tops.set(item, offsets[index]?.[at] ?? 0));
  });

  const topOf = (item: LayerItem): CssPixels => tops.get(item) ?? 0;
  const pullOf = (item: LayerItem, from: 'left' | 'right' | 'both'): Pull => {
    let sum = 0;
    let weight = 0;
    const pull = (segment: Segment, to: CssPixels): void => {
      sum += segment.weight * to;
      weight += segment.weight;
    };
    if (from !== 'right') {
      for (const one of before.get(item) ?? []) {
        pull(one, topOf(one.left) + one.leftY - one.rightY);
      }
    }
    if (from !== 'left') {
      for (const one of after.get(item) ?? []) {
        pull(one, topOf(one.right) + one.rightY - one.leftY);
      }
    }
    return weight === 0 ? { to: topOf(item), weight: IDLE } : { to: sum / weight, weight };
  };
  const settle = (index: number, from: 'left' | 'right' | 'both', step: CssPixels): void => {
    const layer = layers[index] ?? [];
    const places = ascending(
      layer.map((item) => pullOf(item, from)),
      offsets[index] ?? [],
    );
    layer.forEach((item, at) => {
      const offset = offsets[index]?.[at] ?? 0;
      const free = (places[at] ?? 0) - offset;
      // Offsets are whole steps, so rounding keeps the order and the room between.
      tops.set(item, (step === 0 ? free : Math.round(free / step) * step) + offset);
    });
  };

  const last = layers.length - 1;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let index = 1; index <= last; index += 1) settle(index, 'left', 0);
    for (let index = last - 1; index >= 0; index -= 1) settle(index, 'right', 0);
  }
  for (let index = 0; index <= last; index += 1) settle(index, 'both', 0);
  for (let index = 0; index <= last; index += 1) settle(index, 'both', GRID);
  return tops;
}

/** Where an item is pulled to, and how strongly. */
interface Pull {
  readonly to: CssPixels;
  readonly weight: number;
}

/** How far below the first item of a layer each other one is at least, in whole steps of the grid. */
function offsetsOf(layer: readonly LayerItem[]): readonly CssPixels[] {
  let offset = 0;
  return layer.map((item, index) => {
    const above = layer[index - 1];
    if (above === undefined) return 0;
    const apart = above.box === null || item.box === null ? BESIDE_ARROW : APART;
    offset += Math.ceil((above.height + apart) / GRID) * GRID;
    return offset;
  });
}

/**
 * The places nearest to where the items are pulled, by the squares of the distances, each at least
 * its offset below the first: neighbours that would come too near to each other settle together
 * in their common middle.
 */
function ascending(pulls: readonly Pull[], offsets: readonly CssPixels[]): readonly CssPixels[] {
  const blocks: { sum: number; weight: number; count: number }[] = [];
  pulls.forEach(({ to, weight }, index) => {
    let block = { sum: (to - (offsets[index] ?? 0)) * weight, weight, count: 1 };
    for (
      let above = blocks.at(-1);
      above !== undefined && above.sum / above.weight >= block.sum / block.weight;
      above = blocks.at(-1)
    ) {
      blocks.pop();
      block = {
        sum: above.sum + block.sum,
        weight: above.weight + block.weight,
        count: above.count + block.count,
      };
    }
    blocks.push(block);
  });
  const places: CssPixels[] = [];
  for (const { sum, weight, count } of blocks) {
    for (let index = 0; index < count; index += 1) {
      places.push(sum / weight + (offsets[places.length] ?? 0));
    }
  }
  return places;
}

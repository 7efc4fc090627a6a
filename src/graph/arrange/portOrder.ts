import type { LayerItem, Layers, Segment } from './layers.ts';

/** How often all layers are looked through. Most are in order after two times. */
const ROUNDS = 6;

/**
 * Orders the boxes of the layers by the ports that arrows leave from, too: the library looks at
 * boxes only. Of its order and the same upside down the better one is taken, in which neighbours
 * change places where fewer arrows cross then.
 */
export function portOrder({ layers, segments }: Layers): Layers {
  const upright = improved(layers, segments);
  const turned = improved(
    layers.map((layer) => layer.toReversed()),
    segments,
  );
  return turned.crossings < upright.crossings ? turned : upright;
}

interface Ordered extends Layers {
  readonly crossings: number;
}

function improved(layers: Layers['layers'], segments: readonly Segment[]): Ordered {
  const ordered = layers.map((layer) => [...layer]);
  const place = new Map<LayerItem, number>();
  for (const layer of ordered) layer.forEach((item, index) => place.set(item, index));
  const placeOf = (item: LayerItem): number => place.get(item) ?? 0;
  const before = groupBy(segments, ({ right }) => right);
  const after = groupBy(segments, ({ left }) => left);
  const byLeft: Order = (a, b) => placeOf(a.left) - placeOf(b.left) || a.leftY - b.leftY;
  const byRight: Order = (a, b) => placeOf(a.right) - placeOf(b.right) || a.rightY - b.rightY;

  /** How many arrows of two neighbours cross, the first one above the second. */
  const crossings = (upper: LayerItem, lower: LayerItem): number =>
    inversions(before.get(upper), before.get(lower), byLeft) +
    inversions(after.get(upper), after.get(lower), byRight);

  for (let round = 0; round < ROUNDS; round += 1) {
    let isBetter = false;
    for (const layer of ordered) {
      for (let index = 1; index < layer.length; index += 1) {
        const upper = layer[index - 1];
        const lower = layer[index];
        if (upper === undefined || lower === undefined) continue;
        if (crossings(lower, upper) >= crossings(upper, lower)) continue;
        layer.splice(index - 1, 2, lower, upper);
        place.set(lower, index - 1).set(upper, index);
        isBetter = true;
      }
    }
    if (!isBetter) break;
  }
  const all = ordered.map((layer) =>
    allInversions(layer.flatMap((item) => after.get(item) ?? []).sort(byLeft), byRight),
  );
  return { layers: ordered, segments, crossings: all.reduce((sum, count) => sum + count, 0) };
}

type Order = (a: Segment, b: Segment) => number;

/** How many pairs of an upper and a lower segment are the other way round. */
function inversions(
  upper: readonly Segment[] = [],
  lower: readonly Segment[] = [],
  order: Order,
): number {
  let count = 0;
  for (const one of upper) for (const other of lower) if (order(one, other) > 0) count += 1;
  return count;
}

/** How many pairs of segments in a row are the other way round. */
function allInversions(segments: readonly Segment[], order: Order): number {
  const sorted: Segment[] = [];
  let count = 0;
  for (const segment of segments) {
    let low = 0;
    for (let high = sorted.length; low < high;) {
      const middle = (low + high) >> 1;
      const other = sorted[middle];
      if (other !== undefined && order(other, segment) > 0) high = middle;
      else low = middle + 1;
    }
    count += sorted.length - low;
    sorted.splice(low, 0, segment);
  }
  return count;
}

/** The segments at each item. */
export function groupBy(
  segments: readonly Segment[],
  itemOf: (segment: Segment) => LayerItem,
): ReadonlyMap<LayerItem, readonly Segment[]> {
  const groups = new Map<LayerItem, Segment[]>();
  for (const segment of segments) {
    const item = itemOf(segment);
    const group = groups.get(item);
    if (group === undefined) groups.set(item, [segment]);
    else group.push(segment);
  }
  return groups;
}

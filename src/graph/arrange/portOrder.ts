import type { LayerItem, Layers, Segment } from './layers.ts';

/** How often all layers are looked through. Most are in order after two times. */
const ROUNDS = 6;

/**
 * Lets neighbours in a layer change places where fewer arrows cross then: the library looks at
 * boxes, and here the ports count that arrows leave from, too.
 */
export function portOrder({ layers, segments }: Layers): Layers {
  const ordered = layers.map((layer) => [...layer]);
  const place = new Map<LayerItem, number>();
  const number = (layer: readonly LayerItem[]): void =>
    layer.forEach((item, index) => place.set(item, index));
  ordered.forEach(number);
  const before = groupBy(segments, ({ right }) => right);
  const after = groupBy(segments, ({ left }) => left);

  /** How many arrows of two neighbours cross, the first one above the second. */
  const crossings = (upper: LayerItem, lower: LayerItem): number =>
    inversions(before.get(upper), before.get(lower), ({ left, leftY }) => [left, leftY]) +
    inversions(after.get(upper), after.get(lower), ({ right, rightY }) => [right, rightY]);

  const inversions = (
    upper: readonly Segment[] = [],
    lower: readonly Segment[] = [],
    endOf: (segment: Segment) => readonly [LayerItem, number],
  ): number => {
    let count = 0;
    for (const one of upper) {
      const [item, y] = endOf(one);
      for (const other of lower) {
        const [otherItem, otherY] = endOf(other);
        const apart = (place.get(item) ?? 0) - (place.get(otherItem) ?? 0) || y - otherY;
        if (apart > 0) count += 1;
      }
    }
    return count;
  };

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
  return { layers: ordered, segments };
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

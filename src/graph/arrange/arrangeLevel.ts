import type { CssPixels } from '#base/units.ts';
import { GRID, type Area, type Point } from '#graph/layout/freePlace.ts';

import type { Box, BoxLink } from './box.ts';
import { directLinks } from './directLinks.ts';
import { layersOf, type LayerItem } from './layers.ts';
import { packRows } from './packRows.ts';
import { portOrder } from './portOrder.ts';
import { straighten } from './straighten.ts';

/** Between two layers: room for the words on an arrow. */
const LAYERS_APART: CssPixels = 140;

/** Where boxes stand, from the corner of the area that they take. */
export interface Level extends Pick<Area, 'width' | 'height'> {
  readonly places: ReadonlyMap<string, Point>;
}

/**
 * Arranges boxes from left to right along the links between them, on the grid. What hangs together
 * stands together; groups and single boxes follow each other in rows. The order of the boxes decides
 * where nothing else does.
 */
export function arrangeLevel(boxes: readonly Box[], links: readonly BoxLink[]): Level {
  const between = links.filter(({ source, target }) => source !== target);
  const groups = groupsOf(boxes, between);
  const levels = groups.map((group) =>
    group.boxes.length === 1 ? alone(group.boxes) : inLayers(group.boxes, group.links),
  );
  const corners = packRows(levels.map(onWholeSteps));
  const places = new Map<string, Point>();
  let width = 0;
  let height = 0;
  levels.forEach((level, index) => {
    const corner = corners[index] ?? { x: 0, y: 0 };
    for (const [id, { x, y }] of level.places) {
      places.set(id, { x: x + corner.x, y: y + corner.y });
    }
    width = Math.max(width, corner.x + level.width);
    height = Math.max(height, corner.y + level.height);
  });
  return { places, width, height };
}

function onWholeSteps({ width, height }: Level): Pick<Area, 'width' | 'height'> {
  return { width: Math.ceil(width / GRID) * GRID, height: Math.ceil(height / GRID) * GRID };
}

function alone(boxes: readonly Box[]): Level {
  const [box] = boxes;
  if (box === undefined) return { places: new Map(), width: 0, height: 0 };
  return { places: new Map([[box.id, { x: 0, y: 0 }]]), width: box.width, height: box.height };
}

function inLayers(boxes: readonly Box[], links: readonly BoxLink[]): Level {
  const ids = boxes.map(({ id }) => id);
  const ordered = portOrder(layersOf(boxes, directLinks(ids, links)));
  const tops = straighten(ordered);
  const topOf = (item: LayerItem): CssPixels => tops.get(item) ?? 0;
  const highest = Math.min(
    ...ordered.layers.flatMap((layer) => layer.filter(({ box }) => box !== null).map(topOf)),
  );
  const places = new Map<string, Point>();
  let x = 0;
  let width = 0;
  let height = 0;
  for (const layer of ordered.layers) {
    let widest = 0;
    for (const item of layer) {
      if (item.box === null) continue;
      const y = topOf(item) - highest;
      places.set(item.box.id, { x, y });
      widest = Math.max(widest, item.box.width);
      height = Math.max(height, y + item.height);
    }
    width = x + widest;
    x += Math.ceil((widest + LAYERS_APART) / GRID) * GRID;
  }
  return { places, width, height };
}

interface Group {
  readonly boxes: Box[];
  readonly links: BoxLink[];
}

/** The boxes that hang together, in order of their first box; single ones last. */
function groupsOf(boxes: readonly Box[], links: readonly BoxLink[]): readonly Group[] {
  const root = new Map<string, string>(boxes.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) {
      root.set(at, root.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { source, target } of links) root.set(find(source), find(target));
  const groups = new Map<string, Group>();
  for (const box of boxes) {
    const key = find(box.id);
    const group = groups.get(key) ?? { boxes: [], links: [] };
    group.boxes.push(box);
    groups.set(key, group);
  }
  for (const link of links) groups.get(find(link.source))?.links.push(link);
  const all = [...groups.values()];
  return [
    ...all.filter((group) => group.boxes.length > 1),
    ...all.filter((group) => group.boxes.length === 1),
  ];
}

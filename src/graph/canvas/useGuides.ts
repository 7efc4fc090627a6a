import { useStoreApi } from '@xyflow/react';

import type { ArrowEdge, FlowNode } from '#graph/flow/flowTypes.ts';
import { bounds } from '#graph/layout/bounds.ts';
import { overlaps, type Area, type Point } from '#graph/layout/freePlace.ts';
import { snapToGuides, type Snap } from '#graph/layout/guides.ts';

const NO_SNAP: Snap = { aside: { x: 0, y: 0 }, guides: [] };

/**
 * Gives what cards in hand snap to that have come to these places: the others in view, but for the
 * frames that they lie in. Nothing while Ctrl, Cmd or Shift is held.
 */
export function useGuides(): (places: ReadonlyMap<string, Point>) => Snap {
  const store = useStoreApi<FlowNode, ArrowEdge>();
  return (places) => {
    const { nodeLookup, transform, width, height, multiSelectionActive } = store.getState();
    if (multiSelectionActive) return NO_SNAP;
    const [x, y, zoom] = transform;
    const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    const inHand: Area[] = [];
    const still: Area[] = [];
    const serviceOf = (id: string): string | undefined => nodeLookup.get(id)?.data.node.service;
    const around = servicesAround(places.keys(), serviceOf);
    for (const [id, { internals, measured }] of nodeLookup) {
      const size = { width: measured.width ?? 0, height: measured.height ?? 0 };
      const place = places.get(id);
      if (place !== undefined) inHand.push({ ...place, ...size });
      else if (!around.has(id) && !liesIn(places, id, serviceOf)) {
        const area = { ...internals.positionAbsolute, ...size };
        if (overlaps(area, view)) still.push(area);
      }
    }
    return inHand.length === 0 ? NO_SNAP : snapToGuides(bounds(inHand), still);
  };
}

/** The services that these nodes lie in: their frames make room for what is dragged in them. */
function servicesAround(ids: Iterable<string>, serviceOf: ServiceOf): ReadonlySet<string> {
  const around = new Set<string>();
  for (const id of ids) {
    let service = serviceOf(id);
    while (service !== undefined && !around.has(service)) {
      around.add(service);
      service = serviceOf(service);
    }
  }
  return around;
}

/** Whether a node is carried by one of the frames that are in hand. */
function liesIn(frames: ReadonlyMap<string, unknown>, id: string, serviceOf: ServiceOf): boolean {
  const seen = new Set<string>();
  for (
    let service = serviceOf(id);
    service !== undefined && !seen.has(service);
    service = serviceOf(service)
  ) {
    if (frames.has(service)) return true;
    seen.add(service);
  }
  return false;
}

type ServiceOf = (id: string) => string | undefined;

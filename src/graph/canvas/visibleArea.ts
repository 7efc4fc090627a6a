import type { Area } from '#graph/layout/freePlace.ts';

const areas = new WeakMap<object, () => Area>();

/**
 * Tells whoever holds the same studio what part of the graph's plane is in view. Gives back what
 * ends it.
 */
export function shareVisibleArea(studio: object, area: () => Area): () => void {
  areas.set(studio, area);
  return () => {
    if (areas.get(studio) === area) areas.delete(studio);
  };
}

/** The part of the graph's plane in view; null where no graph of this studio is on the screen. */
export function visibleArea(studio: object): Area | null {
  return areas.get(studio)?.() ?? null;
}

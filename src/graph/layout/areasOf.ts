import { functionNamed } from '#schedule/places.ts';
import type { Schedule } from '#schedule/schema.ts';

import { cardLayout } from './cardLayout.ts';
import type { Area } from './freePlace.ts';
import type { Frames } from './frames.ts';

/** Where the cards and frames of a schedule stand, as large as they are, by their ids. */
export function areasOf(schedule: Schedule, frames: Frames): ReadonlyMap<string, Area> {
  return new Map(
    schedule.nodes.map((node): [string, Area] => {
      const { x, y, width, height } = frames.get(node.id) ?? {
        ...node.position,
        ...cardLayout(node, (name) => functionNamed(schedule, name)),
      };
      return [node.id, { x, y, width, height }];
    }),
  );
}

import type { Schedule } from '#schedule/schema.ts';

/** About the size of a card with the room around it, in the graph's coordinates. */
const WIDTH = 290;
const HEIGHT = 180;

type Position = Schedule['nodes'][number]['position'];

/** A place where no card lies, straight below the wanted one. */
export function freeSpot({ nodes }: Schedule, { x, y }: Position): Position {
  let free = y;
  for (const { position } of nodes.toSorted((a, b) => a.position.y - b.position.y)) {
    const isBeside = Math.abs(position.x - x) < WIDTH;
    if (isBeside && Math.abs(position.y - free) < HEIGHT) free = position.y + HEIGHT;
  }
  return { x, y: free };
}

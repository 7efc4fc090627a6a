import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels } from '#base/units.ts';

import type { LaneEntry } from './arrangeLanes.ts';

/** Where a lane is to go. */
export interface LaneMove {
  /** The sibling that it comes before; null: behind all of them. */
  readonly before: string | null;
  /** Where its upper edge comes to be, from the top of the first lane. */
  readonly top: CssPixels;
}

/** A lane with all that lies in it: the positions `[first, end)`. */
interface Block {
  readonly id: string;
  readonly first: number;
  readonly end: number;
}

/** The lanes of the service of one that are shown, with what lies in each. */
function blocksBeside(entries: readonly LaneEntry[], { service, depth }: LaneEntry): Block[] {
  const blocks: Block[] = [];
  entries.forEach((entry, first) => {
    if (entry.id === null || entry.service !== service) return;
    let end = first + 1;
    while ((entries[end]?.depth ?? -1) > depth) end += 1;
    blocks.push({ id: entry.id, first, end });
  });
  return blocks;
}

/** Where a lane goes that is dropped at a height; null where it would stay. */
export function dropAt(
  entries: readonly LaneEntry[],
  tops: readonly CssPixels[],
  position: number,
  y: CssPixels,
): LaneMove | null {
  const entry = entries[position];
  if (entry === undefined) return null;
  const blocks = blocksBeside(entries, entry);
  const topOf = (at: number): CssPixels => tops[at] ?? 0;
  const own = blocks.findIndex(({ first }) => first === position);
  const to = partitionPoint(0, blocks.length, (index) => {
    const block = blocks[index] as Block;
    return (topOf(block.first) + topOf(block.end)) / 2 > y;
  });
  if (own < 0 || to === own || to === own + 1) return null;
  return moveTo(blocks, to, entry, tops);
}

/** Where a lane goes that changes places with the one above or below; null where there is none. */
export function moveBy(
  entries: readonly LaneEntry[],
  tops: readonly CssPixels[],
  position: number,
  by: 1 | -1,
): LaneMove | null {
  const entry = entries[position];
  if (entry === undefined) return null;
  const blocks = blocksBeside(entries, entry);
  const own = blocks.findIndex(({ first }) => first === position);
  const to = by === -1 ? own - 1 : own + 2;
  return own < 0 || to < 0 || to > blocks.length ? null : moveTo(blocks, to, entry, tops);
}

function moveTo(
  blocks: readonly Block[],
  to: number,
  { siblings }: LaneEntry,
  tops: readonly CssPixels[],
): LaneMove {
  const block = blocks[to];
  if (block !== undefined) return { before: block.id, top: tops[block.first] ?? 0 };
  // Siblings that a filter hides stay behind the last one that is shown.
  const last = blocks.at(-1);
  const after = last === undefined ? -1 : siblings.indexOf(last.id);
  return { before: siblings[after + 1] ?? null, top: tops[last?.end ?? 0] ?? 0 };
}

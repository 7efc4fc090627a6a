import { partitionPoint } from '#base/binarySearch.ts';

import type { Fold } from './fold.ts';
import { PAGE_ROWS } from './pages.ts';
import { ROW_WIDTH } from './instanceRow.ts';
import type { StateImage } from './stateTables.ts';

/** States near the present one, behind it, from which one steps back. */
export interface Footsteps {
  /** The last state at or before an event, or null. */
  before(count: number): StateImage | null;
  /** Lets the fold come to a state, and keeps some on the way there: the nearer, the more. */
  lay(fold: Fold, count: number): StateImage;
  /** Keeps a state that was just shown; those behind it are of no use. */
  add(image: StateImage): void;
  clear(): void;
}

/** States that are kept on a way, at most and at least: fewer where a state is large. */
const MOST_ON_A_WAY = 32;
const LEAST_ON_A_WAY = 2;
const BYTES_ON_A_WAY = 4_000_000;

/** When there are more, the older half is given up. */
const MOST = 256;

/** No states yet. */
export function createFootsteps(): Footsteps {
  let steps: StateImage[] = [];

  const upTo = (count: number): number =>
    partitionPoint(0, steps.length, (index) => (steps[index]?.totals.count ?? 0) > count);
  const add = (image: StateImage): void => {
    steps.length = upTo(image.totals.count - 1);
    steps.push(image);
    if (steps.length > MOST) steps = steps.slice(MOST / 2);
  };

  return {
    before: (count) => steps[upTo(count) - 1] ?? null,
    lay(fold, count) {
      const stride = Math.ceil((count - fold.count) / statesOnAWay(fold.share()));
      while (fold.count + stride < count) {
        fold.advance(fold.count + stride);
        add(fold.share());
      }
      fold.advance(count);
      const image = fold.share();
      add(image);
      return image;
    },
    add,
    clear() {
      steps = [];
    },
  };
}

function statesOnAWay({ rows }: StateImage): number {
  const bytes = rows.length * PAGE_ROWS * ROW_WIDTH * 4;
  return Math.max(LEAST_ON_A_WAY, Math.min(MOST_ON_A_WAY, Math.floor(BYTES_ON_A_WAY / bytes)));
}

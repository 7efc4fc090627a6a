import type { CssPixels } from '#base/units.ts';

import type { MarkKind } from './lane.ts';

/**
 * How far the middle of a mark is below that of its row: the hops of a chain and the ticks that
 * were missed stand below what they belong to, so that neither hides the other.
 */
export function markHeight(kind: MarkKind | 'ghost'): CssPixels {
  switch (kind) {
    case 'callback':
    case 'errback':
    case 'ghost':
      return 9;
    case 'late':
      return -9;
    default:
      return 0;
  }
}

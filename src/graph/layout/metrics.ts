import type { CssPixels } from '#base/units.ts';

/** The width of every card. */
export const CARD_WIDTH: CssPixels = 280;

/** What CSS and the layout must agree on. */
export const METRICS = {
  /** The horizontal place of each rail. */
  rails: { callback: 26, errback: 162 },
  /** The left edge and the width of the box of a link's side; a timeout lies across both. */
  boxes: {
    callback: { left: 10, width: 126 },
    errback: { left: 146, width: 124 },
    both: { left: 10, width: 260 },
  },
  line: 17,
  name: 20,
} as const;

/** The header of a card, or of a frame, without a label. */
export const HEADER: CssPixels = 54;
/** What a label adds to a header. */
export const LABEL: CssPixels = 17;
/** Above and below what stands in a block of a card. */
export const BLOCK_PADDING: CssPixels = 6;

/** A side of a chain on which one of its results travels. */
export type Rail = 'callback' | 'errback';

/** The two rails, in the order in which they are drawn. */
export const RAILS: readonly Rail[] = ['callback', 'errback'];

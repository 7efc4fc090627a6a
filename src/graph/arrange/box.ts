import type { CssPixels } from '#base/units.ts';

/** A card, or a frame with all that lies in it: what a layout moves as one. */
export interface Box {
  readonly id: string;
  readonly width: CssPixels;
  readonly height: CssPixels;
}

/** An arrow between two boxes. */
export interface BoxLink {
  readonly source: string;
  readonly target: string;
  /** Where it leaves and where it arrives, from the upper edges of the boxes. */
  readonly sourceY: CssPixels;
  readonly targetY: CssPixels;
  /** Whether it gives way where arrows go in a circle: it tells of an end and not of a beginning. */
  readonly weak: boolean;
}

/** An arrow that a layout leads from left to right, whichever way it is drawn. */
export interface DirectedLink {
  readonly left: string;
  readonly right: string;
  readonly leftY: CssPixels;
  readonly rightY: CssPixels;
  /** How much it matters that it is short and straight. */
  readonly weight: number;
}

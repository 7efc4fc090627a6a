import type { CssPixels } from '#base/units.ts';
import type { LaneHeight } from '#schedule/timelineSchema.ts';

/** How high the parts of a lane are. */
export interface LaneSize {
  /** A row of it. */
  readonly row: CssPixels;
  /** The room above its first row and below its last one. */
  readonly padding: CssPixels;
}

/** The heights that a lane may have. */
export const LANE_SIZES: Readonly<Record<LaneHeight, LaneSize>> = {
  compact: { row: 18, padding: 2 },
  normal: { row: 20, padding: 6 },
  tall: { row: 32, padding: 10 },
};

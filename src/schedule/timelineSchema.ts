import * as z from 'zod/mini';

import { msg } from '#words/words.ts';

import { must, name } from './schemaParts.ts';

/** How high a lane of the timeline may be, from low to high. */
export const LANE_HEIGHTS = ['compact', 'normal', 'tall'] as const;

const ids = z.array(name, { error: must(msg('a list of node ids')) });

/** How the lanes of the timeline are laid out. It changes nothing of the run. */
export const timelineSchema = z.strictObject(
  {
    /** Nodes in the order of their lanes; others come behind them. Each stays within its service. */
    order: z.optional(ids),
    /** The services whose members are folded away. */
    folded: z.optional(ids),
    /** The nodes whose lanes are not of normal height. */
    heights: z.optional(
      z.record(name, z.enum(LANE_HEIGHTS, { error: must('"compact", "normal" or "tall"') }), {
        error: must(msg('an object of heights')),
      }),
    ),
  },
  { error: must('{ "order", "folded", "heights" }') },
);

/** How the lanes of the timeline are laid out. */
export type TimelineLanes = z.output<typeof timelineSchema>;
/** How high a lane is. */
export type LaneHeight = (typeof LANE_HEIGHTS)[number];

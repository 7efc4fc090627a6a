import type { CssPixels } from '#base/units.ts';
import type { MarkKind } from '#timeline/layout/lane.ts';

import type { Colours } from './colours.ts';

/** How a kind of mark looks: its form alone tells what it is. */
export interface MarkLook {
  readonly colour: keyof Colours;
  /** Whether it is filled, or drawn as lines. */
  readonly filled: boolean;
  /** Half the height of the band that many of them make. */
  readonly half: CssPixels;
  /** Adds its form round a point to the path. */
  path(context: CanvasRenderingContext2D, x: CssPixels, y: CssPixels): void;
}

const TAU = 2 * Math.PI;

/** The looks of all marks. Results are round, ticks are diamonds, failures are triangles. */
export const MARK_LOOKS: Readonly<Record<MarkKind, MarkLook>> = {
  ran: {
    colour: 'blocking',
    filled: true,
    half: 6,
    path: (context, x, y) => context.rect(x - 1.5, y - 6, 3, 12),
  },
  callback: { colour: 'result', filled: true, half: 2.5, path: circle(2.75) },
  errback: {
    colour: 'failure',
    filled: true,
    half: 2.5,
    path: (context, x, y) => context.rect(x - 2.5, y - 2.5, 5, 5),
  },
  late: {
    colour: 'paused',
    filled: true,
    half: 2,
    path: polygon([-3.5, -3], [3.5, -3], [0, 3]),
  },
  stopped: {
    colour: 'textMuted',
    filled: false,
    half: 4,
    path: (context, x, y) => context.rect(x - 3.5, y - 3.5, 7, 7),
  },
  cancelled: {
    colour: 'textMuted',
    filled: false,
    half: 4,
    path(context, x, y) {
      context.moveTo(x - 4, y - 4);
      context.lineTo(x + 4, y + 4);
      context.moveTo(x - 4, y + 4);
      context.lineTo(x + 4, y - 4);
    },
  },
  tick: {
    colour: 'result',
    filled: true,
    half: 4,
    path: polygon([0, -6], [6, 0], [0, 6], [-6, 0]),
  },
  fired: { colour: 'result', filled: true, half: 4.5, path: circle(4.75) },
  failure: {
    colour: 'failure',
    filled: true,
    half: 6,
    path: polygon([0, -7], [6.5, 5], [-6.5, 5]),
  },
  unhandled: {
    colour: 'failure',
    filled: true,
    half: 8,
    path: polygon([0, -9], [8.5, 6.5], [-8.5, 6.5]),
  },
};

/** A grid point that a loop missed: a tick that is not there, below those that are. */
export const GHOST_PATH = polygon([0, -3.5], [3.5, 0], [0, 3.5], [-3.5, 0]);

function circle(radius: CssPixels): MarkLook['path'] {
  return (context, x, y) => {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, TAU);
  };
}

function polygon(...corners: readonly (readonly [CssPixels, CssPixels])[]): MarkLook['path'] {
  return (context, x, y) => {
    corners.forEach(([right, down], index) => {
      if (index === 0) context.moveTo(x + right, y + down);
      else context.lineTo(x + right, y + down);
    });
    context.closePath();
  };
}

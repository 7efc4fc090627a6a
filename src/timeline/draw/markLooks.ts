import type { CssPixels } from '#base/units.ts';

import type { ColourName } from './colours.ts';
import type { Glyph } from './layer.ts';

/** How a kind of mark looks: its form alone tells what it is. */
export interface MarkLook {
  readonly colour: ColourName;
  /** How wide its lines are; without, it is filled. */
  readonly line?: CssPixels;
  /** Half the height of the band that many of them make. */
  readonly half: CssPixels;
  /** Adds its form round a point to the path. */
  path(context: PathContext, x: CssPixels, y: CssPixels): void;
}

/** The parts of a drawing context that make a path. */
export type PathContext = Pick<
  CanvasRenderingContext2D,
  'moveTo' | 'lineTo' | 'arc' | 'rect' | 'closePath'
>;

const TAU = 2 * Math.PI;

/** The looks of all marks. Results are round, ticks are diamonds, failures are triangles. */
export const MARK_LOOKS: Readonly<Record<Glyph, MarkLook>> = {
  ran: {
    colour: 'blocking',
    half: 6,
    path: (context, x, y) => context.rect(x - 1.5, y - 6, 3, 12),
  },
  callback: { colour: 'result', half: 2.5, path: circle(2.75) },
  errback: {
    colour: 'failure',
    half: 2.5,
    path: (context, x, y) => context.rect(x - 2.5, y - 2.5, 5, 5),
  },
  late: {
    colour: 'paused',
    half: 2,
    path: polygon([-3.5, -3], [3.5, -3], [0, 3]),
  },
  stopped: {
    colour: 'textMuted',
    line: 1.75,
    half: 4,
    path: (context, x, y) => context.rect(x - 3.5, y - 3.5, 7, 7),
  },
  cancelled: {
    colour: 'textMuted',
    line: 1.75,
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
    half: 4,
    path: polygon([0, -6], [6, 0], [0, 6], [-6, 0]),
  },
  fired: { colour: 'result', half: 4.5, path: circle(4.75) },
  failure: {
    colour: 'failure',
    half: 6,
    path: polygon([0, -7], [6.5, 5], [-6.5, 5]),
  },
  unhandled: {
    colour: 'failure',
    half: 8,
    path: polygon([0, -9], [8.5, 6.5], [-8.5, 6.5]),
  },
  // A tick that is not there.
  ghost: {
    colour: 'paused',
    line: 1.25,
    half: 2,
    path: polygon([0, -3.5], [3.5, 0], [0, 3.5], [-3.5, 0]),
  },
};

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

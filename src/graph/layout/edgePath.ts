import type { CssPixels } from '#base/units.ts';

/** Where an arrow is drawn. */
export interface EdgePath {
  /** An SVG path. */
  readonly d: string;
  /** The middle, where its label stands. */
  readonly labelX: CssPixels;
  readonly labelY: CssPixels;
}

/** The ends of an arrow, and the cards that it must go around. */
export interface EdgeEnds {
  /** It leaves to the right here. */
  readonly sourceX: CssPixels;
  readonly sourceY: CssPixels;
  /** It arrives from the left here. */
  readonly targetX: CssPixels;
  readonly targetY: CssPixels;
  /** The upper and the lower edge of the cards at its ends. */
  readonly source: { readonly top: CssPixels; readonly bottom: CssPixels };
  readonly target: { readonly top: CssPixels; readonly bottom: CssPixels };
}

/** How far an arrow goes straight before it turns. */
const STUB = 26;
const RADIUS = 14;
/** How far an arrow stays away from a card that it goes around. */
const CLEARANCE = 22;

/** Ways around from the ports of one card run side by side: how far apart, and how many. */
const LANE = 7;
const LANES = 4;
/** About the distance between two cards in a row. */
const CARDS_APART = 390;
/** The distance between two ports of a card. */
const PORTS_APART = 17;

/**
 * A curve to a card on the right; a way around the cards to one on the left, or to the same card.
 * `along`: how far along a curve its label stands, from 0 to 1.
 */
export function edgePath(ends: EdgeEnds, along = 0.5): EdgePath {
  const { sourceX, sourceY, targetX, targetY } = ends;
  return targetX - sourceX >= STUB
    ? curve(sourceX, sourceY, targetX, targetY, along)
    : detour(ends, channelOf(ends));
}

function curve(
  sourceX: CssPixels,
  sourceY: CssPixels,
  targetX: CssPixels,
  targetY: CssPixels,
  along: number,
): EdgePath {
  const reach = Math.max(STUB, (targetX - sourceX) / 2);
  return {
    d: `M${sourceX},${sourceY} C${sourceX + reach},${sourceY} ${targetX - reach},${targetY} ${targetX},${targetY}`,
    labelX: onCurve(along, sourceX, sourceX + reach, targetX - reach, targetX),
    labelY: onCurve(along, sourceY, sourceY, targetY, targetY),
  };
}

/** A coordinate of a cubic Bézier curve. */
function onCurve(t: number, a: CssPixels, b: CssPixels, c: CssPixels, d: CssPixels): CssPixels {
  const rest = 1 - t;
  return rest ** 3 * a + 3 * rest ** 2 * t * b + 3 * rest * t ** 2 * c + t ** 3 * d;
}

/** By the port and by the card: ways back from two cards in a row would lie on each other else. */
function laneOf({ sourceX, sourceY, source }: EdgeEnds): number {
  const port = Math.round((sourceY - source.top) / PORTS_APART);
  return Math.abs(port + Math.round(sourceX / CARDS_APART)) % LANES;
}

/** The height at which an arrow goes back: between the cards where there is room, else above both. */
function channelOf(ends: EdgeEnds): CssPixels {
  const { source, target } = ends;
  const lane = laneOf(ends);
  const room = LANES * LANE;
  const aside = (lane - (LANES - 1) / 2) * LANE;
  if (target.top - source.bottom >= room) return (source.bottom + target.top) / 2 + aside;
  if (source.top - target.bottom >= room) return (target.bottom + source.top) / 2 + aside;
  return Math.min(source.top, target.top) - CLEARANCE - lane * LANE;
}

function detour(ends: EdgeEnds, channel: CssPixels): EdgePath {
  const { sourceX, sourceY, targetX, targetY } = ends;
  const lane = laneOf(ends);
  const right = sourceX + STUB - (LANES / 2 - lane) * LANE;
  const left = targetX - STUB;
  // Side by side too, or their labels would cover each other.
  const aside = ((lane - (LANES - 1) / 2) * (right - left)) / (2 * LANES);
  return {
    d: rounded([
      [sourceX, sourceY],
      [right, sourceY],
      [right, channel],
      [left, channel],
      [left, targetY],
      [targetX, targetY],
    ]),
    labelX: (left + right) / 2 + aside,
    labelY: channel,
  };
}

type Point = readonly [x: CssPixels, y: CssPixels];

/** A path of horizontal and vertical lines with round corners. */
function rounded(points: readonly Point[]): string {
  return points
    .map((corner, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (before === undefined) return `M${corner.join()}`;
      if (after === undefined) return `L${corner.join()}`;
      const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
      const from = towards(corner, before, radius);
      const to = towards(corner, after, radius);
      return `L${from.join()} Q${corner.join()} ${to.join()}`;
    })
    .join(' ');
}

function distance(a: Point, b: Point): CssPixels {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
}

/** The point that lies `way` from `from` on the straight line to `to`. */
function towards(from: Point, to: Point, way: CssPixels): Point {
  return [from[0] + Math.sign(to[0] - from[0]) * way, from[1] + Math.sign(to[1] - from[1]) * way];
}

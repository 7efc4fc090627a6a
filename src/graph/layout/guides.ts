import type { CssPixels } from '#base/units.ts';

import type { Area, Point } from './freePlace.ts';

/** A line on which an edge or the middle of what is dragged meets one of another card. */
export interface Guide {
  /** `down`: the line runs from top to bottom. */
  readonly runs: 'down' | 'across';
  readonly at: CssPixels;
  readonly from: CssPixels;
  readonly to: CssPixels;
}

/** How far what is dragged goes aside to meet others, and the lines that it meets them on. */
export interface Snap {
  readonly aside: Point;
  readonly guides: readonly Guide[];
}

/** How near something has to be for its line to pull: the grid pulls from half its width. */
const NEAR: CssPixels = 6;

/** What an area that is dragged snaps to, of the areas around it. */
export function snapToGuides(moving: Area, others: readonly Area[]): Snap {
  const x = nearestShift(downLines(moving), others.map(downLines));
  const y = nearestShift(acrossLines(moving), others.map(acrossLines));
  const aside = { x: x ?? 0, y: y ?? 0 };
  const there = { ...moving, x: moving.x + aside.x, y: moving.y + aside.y };
  return {
    aside,
    guides: [
      ...(x === null ? [] : guidesOf('down', there, others)),
      ...(y === null ? [] : guidesOf('across', there, others)),
    ],
  };
}

/** Both edges and the middle of an area, in one direction. */
interface Lines {
  readonly edges: readonly CssPixels[];
  readonly middle: CssPixels;
}

function downLines({ x, width }: Area): Lines {
  return { edges: [x, x + width], middle: x + width / 2 };
}

function acrossLines({ y, height }: Area): Lines {
  return { edges: [y, y + height], middle: y + height / 2 };
}

/**
 * The smallest way to a line of another, in whole pixels: edges meet edges, and middles meet middles
 * as well as an odd height allows.
 */
function nearestShift(own: Lines, others: readonly Lines[]): CssPixels | null {
  let best: CssPixels | null = null;
  const consider = (shift: CssPixels): void => {
    if (Math.abs(shift) > NEAR) return;
    if (best === null || Math.abs(shift) < Math.abs(best)) best = shift;
  };
  for (const other of others) {
    for (const edge of own.edges) for (const line of other.edges) consider(line - edge);
    consider(Math.trunc(other.middle - own.middle));
  }
  return best;
}

/** The lines that an area meets others on, each as long as reaches all whom it meets. */
function guidesOf(runs: Guide['runs'], area: Area, others: readonly Area[]): readonly Guide[] {
  const linesOf = runs === 'down' ? downLines : acrossLines;
  const reachOf = runs === 'down' ? acrossLines : downLines;
  const own = linesOf(area);
  const found = new Map<CssPixels, Guide>();
  const meet = (at: CssPixels, other: Area): void => {
    const before = found.get(at);
    const ends = [...reachOf(area).edges, ...reachOf(other).edges];
    if (before !== undefined) ends.push(before.from, before.to);
    found.set(at, { runs, at, from: Math.min(...ends), to: Math.max(...ends) });
  };
  for (const other of others) {
    const lines = linesOf(other);
    for (const edge of own.edges) if (lines.edges.includes(edge)) meet(edge, other);
    if (Math.abs(lines.middle - own.middle) < 1) meet(own.middle, other);
  }
  return [...found.values()];
}

import type { CssPixels, Seconds } from '#base/units.ts';
import { linkSides, type LinkSide, type Place } from '#schedule/places.ts';
import type { ChainLink, Step } from '#schedule/schema.ts';

import { linkLines, type CardLine } from './cardLines.ts';
import { METRICS, RAILS, type Rail } from './metrics.ts';
import { railHandle, type Port } from './ports.ts';

const RAIL_HEADS = 18;
const GAP = 14;
const LAST_GAP = 32;
const BOX_PADDING = 4;
/** The row of a timeout. */
const TIMEOUT = 24;
/** How far apart the ports of two sides stand that belong on the same line. */
const PORT_SHIFT = 5;

/** A function on a card, with the lines about its steps. */
export interface FunctionLayout {
  /** Null: the node may have a function but has none. */
  readonly name: string | null;
  readonly lines: readonly CardLine[];
}

/** A side of a link. */
export interface BoxLayout extends FunctionLayout {
  readonly side: LinkSide;
}

/** A link of a chain: boxes on its rails, or a timeout across both. */
export interface LinkLayout {
  readonly top: CssPixels;
  readonly height: CssPixels;
  readonly boxes: readonly BoxLayout[];
  /** The limit of a timeout, or null. */
  readonly timeout: Seconds | null;
}

/** A chain with its two rails. */
export interface ChainLayout {
  readonly top: CssPixels;
  readonly height: CssPixels;
  readonly links: readonly LinkLayout[];
  /** The middle of the gap before each link, and of the one behind the last. */
  readonly gaps: readonly CssPixels[];
}

/** Where the lines of a function stand, for the ports on them. */
export type AddLinePorts = (
  place: Place,
  lines: readonly CardLine[],
  look: 'own' | Rail,
  yOfLine: (line: number) => CssPixels,
) => void;

/** Lays a chain out from `top` on, and adds its ports. */
export function chainLayout(
  chain: readonly ChainLink[],
  top: CssPixels,
  stepsOf: (name: string) => readonly Step[],
  addLinePorts: AddLinePorts,
  addPort: (port: Port) => void,
): ChainLayout {
  const gaps: CssPixels[] = [];
  let y = top + RAIL_HEADS;

  const layOutLink = (link: ChainLink, index: number): LinkLayout => {
    gaps.push(y + GAP / 2);
    y += GAP;
    const at = y;
    if (link.timeout !== undefined) {
      y += TIMEOUT;
      return { top: at, height: TIMEOUT, boxes: [], timeout: link.timeout };
    }
    const boxes = linkSides(link).map(([side, name]): BoxLayout => ({
      side,
      name,
      lines: linkLines(stepsOf(name)),
    }));
    const firstLine = y + BOX_PADDING + METRICS.name;
    for (const { side, lines } of boxes) {
      const look = side === 'both' ? 'own' : side;
      const other = boxes.find((box) => box.side !== side);
      const shift = side === 'errback' ? PORT_SHIFT : -PORT_SHIFT;
      addLinePorts({ at: 'link', link: index, side }, lines, look, (line) => {
        const shared = (other?.lines[line]?.arrows.length ?? 0) > 0;
        return firstLine + (line + 0.5) * METRICS.line + (shared ? shift : 0);
      });
    }
    const longest = Math.max(...boxes.map((box) => box.lines.length));
    const height = 2 * BOX_PADDING + METRICS.name + longest * METRICS.line;
    y += height;
    return { top: at, height, boxes, timeout: null };
  };

  const links = chain.map(layOutLink);
  // Nearer to the last link than to the handles below.
  gaps.push(y + LAST_GAP / 2 - 4);
  y += LAST_GAP;
  for (const rail of RAILS) addPort(railHandle(rail, METRICS.rails[rail], y));
  return { top, height: y - top, links, gaps };
}

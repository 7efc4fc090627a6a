import type { CssPixels } from '#base/units.ts';
import { chainOf, givesDeferred, ownFunction } from '#schedule/language.ts';
import { linkSides, OWN_PLACE, placeKey, type LinkSide, type Place } from '#schedule/places.ts';
import type { ScheduleFunction, ScheduleNode } from '#schedule/schema.ts';

import { linkLines, ownLines, type CardLine } from './cardLines.ts';

/*
 * Where everything on a card stands, in the graph's own pixels from the card's corner. It is
 * computed, not measured: cards that are out of sight have edges too, and what happens at the
 * playhead never moves anything.
 *
 *   ┌─────────────────────────────┐
 *   ▸ ◷ fetch             paused  │  header
 *   │   deferLater · 2 s          │
 *   ├─────────────────────────────┤
 *   │ ƒ download                  ●  own function: its handle, then a port a step
 *   │   start save, wait for it   •
 *   ├─────────────────────────────┤
 *   │   │callback     │errback    │  heads, gap 0
 *   │ ┌─────────┐  ┌──────────┐   │  link 0
 *   │ │ parse   │  │ report   │   •
 *   │ └─────────┘  └──────────┘   │
 *   │   │             │           │  gap 1: where the value stands behind link 0
 *   └───●─────────────◆───────────┘  ends of the rails
 */

/** The width of every card. */
export const CARD_WIDTH: CssPixels = 280;

/** What CSS and the layout must agree on. */
export const METRICS = {
  /** The horizontal place of each rail. */
  rails: { callback: 26, errback: 162 },
  /** The left edge and the width of the box of a link's side. */
  boxes: {
    callback: { left: 10, width: 126 },
    errback: { left: 146, width: 124 },
    both: { left: 10, width: 260 },
  },
  line: 17,
  name: 20,
} as const;

const HEADER = 54;
const LABEL = 17;
const BLOCK_PADDING = 6;
const RAIL_HEADS = 18;
const GAP = 14;
const LAST_GAP = 32;
const BOX_PADDING = 4;
/** How far apart the ports of two sides stand that belong on the same line. */
const PORT_SHIFT = 5;

/** A side of a chain on which one of its results travels. */
export type Rail = 'callback' | 'errback';

/** The two rails, in the order in which they are drawn. */
export const RAILS: readonly Rail[] = ['callback', 'errback'];

/** An end of an arrow on the edge of a card. */
export interface Port {
  /** Unique within the card. */
  readonly id: string;
  readonly end: 'source' | 'target';
  /** Whether an arrow can be dragged out of it. */
  readonly drags: boolean;
  readonly edge: 'left' | 'right' | 'bottom';
  /** Whose steps it belongs to; every arrow ends at `target`. */
  readonly look: 'own' | Rail | 'target';
  /** Its centre. */
  readonly x: CssPixels;
  readonly y: CssPixels;
  readonly size: CssPixels;
}

/** A function on a card, with the lines about its steps. */
export interface FunctionLayout {
  /** Null: the node may have a function but has none. */
  readonly name: string | null;
  readonly lines: readonly CardLine[];
}

/** A node's own function. */
export interface OwnLayout extends FunctionLayout {
  readonly top: CssPixels;
  readonly height: CssPixels;
}

/** A side of a link. */
export interface BoxLayout extends FunctionLayout {
  readonly side: LinkSide;
}

/** A link of a chain. */
export interface LinkLayout {
  readonly top: CssPixels;
  readonly height: CssPixels;
  readonly boxes: readonly BoxLayout[];
}

/** A chain with its two rails. */
export interface ChainLayout {
  readonly top: CssPixels;
  readonly height: CssPixels;
  readonly links: readonly LinkLayout[];
  /** The middle of the gap before each link, and of the one behind the last. */
  readonly gaps: readonly CssPixels[];
}

/** Where everything on a card stands. */
export interface CardLayout {
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly header: CssPixels;
  readonly own: OwnLayout | null;
  readonly chain: ChainLayout | null;
  readonly ports: readonly Port[];
  /** The port of every step that names a node, by {@link stepKey}. */
  readonly portOfStep: ReadonlyMap<string, string>;
}

/** The port where every arrow to a card ends. */
export const TARGET_PORT = 'in';

/** The handle of a node's own function. */
export const OWN_PORT = 'own';

/** The handle at the end of a rail. */
export function railPort(rail: Rail): string {
  return `rail:${rail}`;
}

/** A step of the function at a place of a node. */
export function stepKey(place: Place, step: number): string {
  return `${placeKey(place)}/${step}`;
}

/** Lays a card out. `functionOf` gives the functions that the node calls, by name. */
export function cardLayout(
  node: ScheduleNode,
  functionOf: (name: string) => ScheduleFunction | null,
): CardLayout {
  const ports: Port[] = [];
  const portOfStep = new Map<string, string>();
  const addPorts = (
    place: Place,
    lines: readonly CardLine[],
    look: 'own' | Rail,
    yOfLine: (line: number) => CssPixels,
  ): void => {
    lines.forEach(({ key, arrows }, index) => {
      if (arrows.length === 0) return;
      const id = `${placeKey(place)}:${key}`;
      for (const step of arrows) portOfStep.set(stepKey(place, step), id);
      ports.push({
        id,
        end: 'source',
        drags: false,
        edge: 'right',
        look,
        size: 8,
        x: CARD_WIDTH,
        y: yOfLine(index),
      });
    });
  };
  const stepsOf = (name: string): ScheduleFunction['steps'] => functionOf(name)?.steps ?? [];

  const header = HEADER + (node.label === undefined ? 0 : LABEL);
  ports.push({
    id: TARGET_PORT,
    end: 'target',
    drags: false,
    edge: 'left',
    size: 12,
    look: 'target',
    x: 0,
    y: 20,
  });
  let top = header;

  const layOutOwn = (): OwnLayout | null => {
    const name = ownFunction(node);
    if (name === null && node.kind === 'deferred') return null;
    const lines = name === null ? [] : ownLines(stepsOf(name));
    const firstLine = top + BLOCK_PADDING + METRICS.name;
    ports.push({
      id: OWN_PORT,
      end: 'source',
      drags: true,
      edge: 'right',
      look: 'own',
      size: 14,
      x: CARD_WIDTH,
      y: top + BLOCK_PADDING + METRICS.name / 2,
    });
    addPorts(OWN_PLACE, lines, 'own', (line) => firstLine + (line + 0.5) * METRICS.line);
    const height = 2 * BLOCK_PADDING + METRICS.name + lines.length * METRICS.line;
    return { name, lines, top, height };
  };
  const own = layOutOwn();
  top += own?.height ?? 0;

  const layOutChain = (): ChainLayout | null => {
    if (!givesDeferred(node.kind)) return null;
    const gaps: CssPixels[] = [];
    let y = top + RAIL_HEADS;
    const links = chainOf(node).map((link, index): LinkLayout => {
      gaps.push(y + GAP / 2);
      y += GAP;
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
        addPorts({ at: 'link', link: index, side }, lines, look, (line) => {
          const shared = (other?.lines[line]?.arrows.length ?? 0) > 0;
          return firstLine + (line + 0.5) * METRICS.line + (shared ? shift : 0);
        });
      }
      const longest = Math.max(...boxes.map((box) => box.lines.length));
      const height = 2 * BOX_PADDING + METRICS.name + longest * METRICS.line;
      const at = y;
      y += height;
      return { top: at, height, boxes };
    });
    // Nearer to the last link than to the handles below.
    gaps.push(y + LAST_GAP / 2 - 4);
    y += LAST_GAP;
    for (const rail of RAILS) {
      ports.push({
        id: railPort(rail),
        end: 'source',
        drags: true,
        edge: 'bottom',
        look: rail,
        size: 14,
        x: METRICS.rails[rail],
        y,
      });
    }
    return { top, height: y - top, links, gaps };
  };
  const chain = layOutChain();
  top += chain?.height ?? 0;

  return { width: CARD_WIDTH, height: top, header, own, chain, ports, portOfStep };
}

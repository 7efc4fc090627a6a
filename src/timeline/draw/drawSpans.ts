import type { CssPixels } from '#base/units.ts';
import { SPAN_KINDS, type LaneRow, type SpanKind } from '#timeline/layout/lane.ts';
import { xOf } from '#timeline/time/timeScale.ts';

import type { Colours } from './colours.ts';
import { FAINT, type Picture } from './picture.ts';
import { spanBoxes, type SpanBox } from './spanBoxes.ts';

/** How a kind of span looks. */
interface SpanLook {
  readonly height: CssPixels;
  readonly fill: keyof Colours;
  /** A line round it, so that a pale one is seen on every screen. */
  readonly border?: keyof Colours;
  /** A solid bar at its begin: paused is told from waiting without colour. */
  readonly edge?: keyof Colours;
  /** So wide at least. */
  readonly least: CssPixels;
}

const LOOKS: Readonly<Record<SpanKind, SpanLook>> = {
  pass: { height: 12, fill: 'lineStrong', least: 1.5 },
  between: { height: 4, fill: 'waitingSoft', least: 1 },
  waiting: { height: 10, fill: 'waitingSoft', border: 'waitingEdge', least: 1.5 },
  queued: { height: 6, fill: 'waitingSoft', border: 'paused', least: 1.5 },
  paused: { height: 10, fill: 'pausedSoft', border: 'pausedEdge', edge: 'paused', least: 2 },
  worker: { height: 10, fill: 'resultSoft', border: 'resultEdge', least: 2 },
  blocking: { height: 12, fill: 'blocking', least: 2 },
};

const RADIUS: CssPixels = 2;
const EDGE: CssPixels = 3;

/** Draws the spans of a row round the height `y`: full before the playhead, faint after it. */
export function drawSpans(
  context: CanvasRenderingContext2D,
  row: LaneRow,
  y: CssPixels,
  picture: Picture,
): void {
  const { scale, colours, knownUntil } = picture;
  for (const kind of SPAN_KINDS) {
    const series = row.spans[kind];
    if (series === undefined) continue;
    const look = LOOKS[kind];
    const boxes = spanBoxes(series, scale, knownUntil);
    const { solid, faint } = parted(boxes, look.least, picture);
    for (const [part, alpha] of [
      [faint, FAINT],
      [solid, 1],
    ] as const) {
      if (part.length === 0) continue;
      context.globalAlpha = alpha;
      drawBoxes(context, part, y, look, colours);
    }
  }
  context.globalAlpha = 1;
}

/** A box or the part of one on one side of the playhead. */
interface Part {
  readonly from: CssPixels;
  readonly to: CssPixels;
  /** Whether the span begins here. */
  readonly isBegin: boolean;
}

function parted(
  boxes: readonly SpanBox[],
  least: CssPixels,
  { scale, playhead }: Picture,
): { readonly solid: readonly Part[]; readonly faint: readonly Part[] } {
  const solid: Part[] = [];
  const faint: Part[] = [];
  const now = xOf(scale, playhead.time);
  for (const { from, to, event } of boxes) {
    const isNarrow = to - from < least;
    // A hair is left between spans that touch.
    const end = isNarrow ? from + least : to - (to - from > 4 ? 1 : 0);
    if (event >= playhead.count) faint.push({ from, to: end, isBegin: true });
    else if (isNarrow || end <= now) solid.push({ from, to: end, isBegin: true });
    else {
      const cut = Math.max(from + least, now);
      solid.push({ from, to: Math.min(cut, end), isBegin: true });
      if (cut < end) faint.push({ from: cut, to: end, isBegin: false });
    }
  }
  return { solid, faint };
}

function drawBoxes(
  context: CanvasRenderingContext2D,
  parts: readonly Part[],
  y: CssPixels,
  { height, fill, border, edge }: SpanLook,
  colours: Colours,
): void {
  const top = y - height / 2;
  context.fillStyle = colours[fill];
  context.beginPath();
  for (const { from, to } of parts) {
    if (to - from > 3 * RADIUS) context.roundRect(from, top, to - from, height, RADIUS);
    else context.rect(from, top, to - from, height);
  }
  context.fill();
  if (border !== undefined) {
    context.strokeStyle = colours[border];
    context.lineWidth = 1;
    context.beginPath();
    for (const { from, to } of parts) {
      if (to - from > 3 * RADIUS) {
        context.roundRect(from + 0.5, top + 0.5, to - from - 1, height - 1, RADIUS);
      } else context.rect(from + 0.5, top + 0.5, Math.max(0.5, to - from - 1), height - 1);
    }
    context.stroke();
  }
  if (edge !== undefined) {
    context.fillStyle = colours[edge];
    context.beginPath();
    for (const { from, to, isBegin } of parts) {
      if (isBegin) context.rect(from, top, Math.min(EDGE, to - from), height);
    }
    context.fill();
  }
}

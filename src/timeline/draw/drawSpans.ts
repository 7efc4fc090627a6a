import type { CssPixels } from '#base/units.ts';
import type { LaneRow, SpanKind } from '#timeline/layout/lane.ts';
import type { SpanSeries } from '#timeline/layout/spanSeries.ts';
import type { RowShapes } from '#timeline/shapes/rowShapes.ts';
import { eachShare, type SpanBox } from '#timeline/shapes/spanBoxes.ts';
import { xOf } from '#timeline/time/timeScale.ts';

import type { ColourName } from './colours.ts';
import type { Layer } from './layer.ts';
import { FAINT, type Picture } from './picture.ts';
import { spanLabel } from './spanLabel.ts';
import { Stretches } from './stretches.ts';

/** How a kind of span looks. */
interface SpanLook {
  readonly height: CssPixels;
  readonly fill: ColourName;
  /** A line round it, so that a pale one is seen on every screen; many in a pixel have its colour. */
  readonly border?: ColourName;
  /** A solid bar at its begin: paused is told from waiting without colour. */
  readonly edge?: ColourName;
  /** So wide at least. */
  readonly least: CssPixels;
}

const LOOKS: Readonly<Record<SpanKind, SpanLook>> = {
  pass: { height: 12, fill: 'lineStrong', least: 1.5 },
  between: { height: 4, fill: 'waitingSoft', least: 1 },
  waiting: { height: 12, fill: 'waitingSoft', border: 'waitingEdge', least: 1.5 },
  queued: { height: 8, fill: 'waitingSoft', border: 'paused', least: 1.5 },
  paused: { height: 12, fill: 'pausedSoft', border: 'pausedEdge', edge: 'paused', least: 2 },
  worker: { height: 12, fill: 'resultSoft', border: 'resultEdge', least: 2 },
  blocking: { height: 12, fill: 'blocking', least: 2 },
};

const EDGE: CssPixels = 3;

/** From this width on a box says what it waits for, so far from its ends. */
const LABELLED: CssPixels = 40;
const LABEL_MARGIN: CssPixels = 3;

/** What there is at least of the colour where spans take only a small share of a pixel's time. */
const LEAST_SHARE = 0.35;

/** Shares are told apart in so many steps. */
const STEPS = 8;

/** Draws the spans of a row round the height `y`: full before the playhead, faint after it. */
export function drawSpans(
  layer: Layer,
  row: LaneRow,
  { spans }: RowShapes,
  y: CssPixels,
  picture: Picture,
): void {
  for (const { kind, boxes } of spans) {
    const series = row.spans[kind];
    if (series === undefined) continue;
    for (const box of boxes) {
      if (box.last - box.first > 1) drawMany(layer, series, box, y, LOOKS[kind], picture);
      else {
        drawOne(layer, series, box, y, LOOKS[kind], picture);
        if (box.to - Math.max(0, box.from) >= LABELLED)
          drawSpanLabel(layer, series, box, y, picture);
      }
    }
  }
}

function drawOne(
  layer: Layer,
  { events }: SpanSeries,
  { from, to, first }: SpanBox,
  y: CssPixels,
  look: SpanLook,
  { scale, playhead }: Picture,
): void {
  const isNarrow = to - from < look.least;
  // A hair is left between spans that touch.
  const end = isNarrow ? from + look.least : to - (to - from > 4 ? 1 : 0);
  const now = xOf(scale, playhead.time);
  if ((events[first] ?? 0) >= playhead.count) drawBox(layer, from, end, y, look, true, FAINT);
  else if (isNarrow || end <= now) drawBox(layer, from, end, y, look, true, 1);
  else {
    const cut = Math.min(end, Math.max(from + look.least, now));
    if (cut < end) drawBox(layer, cut, end, y, look, false, FAINT);
    drawBox(layer, from, cut, y, look, true, 1);
  }
}

/** Says in a wide box what is waited for. */
function drawSpanLabel(
  layer: Layer,
  { events }: SpanSeries,
  { from, to, first }: SpanBox,
  y: CssPixels,
  { layout, scale, playhead }: Picture,
): void {
  const event = events[first] ?? 0;
  const text = spanLabel(layout.trace, event);
  if (text === null) return;
  const x = Math.max(0, from) + EDGE + LABEL_MARGIN;
  const width = Math.min(to, scale.width) - x - LABEL_MARGIN;
  layer.label(text, x, y, width, event < playhead.count ? 1 : FAINT);
}

/** Draws how a kind of span looks, for a legend. */
export function drawSpanSample(
  layer: Layer,
  kind: SpanKind,
  from: CssPixels,
  to: CssPixels,
  y: CssPixels,
): void {
  drawBox(layer, from, to, y, LOOKS[kind], true, 1);
}

/** A box or the part of one on one side of the playhead; `isBegin`: whether the span begins here. */
function drawBox(
  layer: Layer,
  from: CssPixels,
  to: CssPixels,
  y: CssPixels,
  { height, fill, border, edge }: SpanLook,
  isBegin: boolean,
  strength: number,
): void {
  const top = y - height / 2;
  const width = to - from;
  if (border === undefined) roundBox(layer, from, top, width, height, fill, strength);
  else {
    roundBox(layer, from, top, width, height, border, strength);
    if (width > 2) layer.fill(from + 1, top + 1, width - 2, height - 2, fill, strength);
  }
  if (edge !== undefined && isBegin) {
    layer.fill(from, top + 1, Math.min(EDGE, width), height - 2, edge, strength);
  }
}

/** A wide box lacks its corners. */
function roundBox(
  layer: Layer,
  x: CssPixels,
  y: CssPixels,
  width: CssPixels,
  height: CssPixels,
  colour: ColourName,
  strength: number,
): void {
  if (width < 6 || height < 6) {
    layer.fill(x, y, width, height, colour, strength);
    return;
  }
  layer.fill(x + 1, y, width - 2, height, colour, strength);
  layer.fill(x, y + 1, width, height - 2, colour, strength);
}

/** Many spans in a few pixels: each pixel has so much of the colour as they take of its time. */
function drawMany(
  layer: Layer,
  series: SpanSeries,
  box: SpanBox,
  y: CssPixels,
  { height, fill, border }: SpanLook,
  picture: Picture,
): void {
  const now = xOf(picture.scale, picture.playhead.time);
  const isLater = (series.events[box.first] ?? 0) >= picture.playhead.count;
  const draw =
    (faint: number) =>
    (x: CssPixels, width: CssPixels, step: number): void => {
      const strength = faint * (LEAST_SHARE + (1 - LEAST_SHARE) * (step / STEPS));
      layer.fill(x, y - height / 2, width, height, border ?? fill, strength);
    };
  const [past, future] = [new Stretches(draw(1)), new Stretches(draw(FAINT))];
  eachShare(series, box, picture.frame, (x, share) => {
    (isLater || x > now ? future : past).add(x, Math.round(share * STEPS));
  });
  past.end();
  future.end();
}

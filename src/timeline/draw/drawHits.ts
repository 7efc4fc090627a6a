import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels } from '#base/units.ts';
import { xOf, type TimeScale } from '#timeline/time/timeScale.ts';
import type { BreakpointHits } from '#trace/breakpointHits.ts';

import type { Colours } from './colours.ts';
import type { DrawContext } from './drawContext.ts';
import { RULER_HEIGHT } from './drawRuler.ts';

const HEIGHT: CssPixels = 6;
const WIDTH: CssPixels = 2;

/** Marks on the ruler where events hit breakpoints. */
export function drawHits(
  context: DrawContext,
  scale: TimeScale,
  colours: Colours,
  hits: BreakpointHits,
): void {
  context.save();
  context.globalAlpha = 0.6;
  context.fillStyle = colours.breakpoint;
  for (const x of hitColumns(hits, scale)) {
    context.fillRect(x - WIDTH / 2, RULER_HEIGHT - HEIGHT, WIDTH, HEIGHT);
  }
  context.restore();
}

/** The pixels at which something is hit: from one to the next, however many hits each of them has. */
export function hitColumns(
  { trace, count, sequences }: BreakpointHits,
  scale: TimeScale,
): readonly CssPixels[] {
  const pixelOf = (hit: number): CssPixels =>
    Math.round(xOf(scale, trace.timeAt(sequences[hit] ?? 0)));
  const columns: CssPixels[] = [];
  let hit = partitionPoint(0, count, (index) => pixelOf(index) >= 0);
  while (hit < count) {
    const x = pixelOf(hit);
    if (x > scale.width) break;
    columns.push(x);
    hit = partitionPoint(hit + 1, count, (index) => pixelOf(index) > x);
  }
  return columns;
}

import type { CssPixels } from '#base/units.ts';
import type { LaneRow, MarkKind, MarkSeries } from '#timeline/layout/lane.ts';
import { markHeight } from '#timeline/layout/markHeight.ts';
import { eachColumn, type MarkRun } from '#timeline/shapes/markRuns.ts';
import type { RowShapes } from '#timeline/shapes/rowShapes.ts';

import type { Layer } from './layer.ts';
import { MARK_LOOKS } from './markLooks.ts';
import { FAINT, type Picture } from './picture.ts';
import { Stretches } from './stretches.ts';

/**
 * A band is as high as its marks where there are at least 32 in a pixel, and lower by a step for each
 * halving of that.
 */
const STEPS = 5;
const LOWEST = 0.4;

/** Draws the marks of a row round the height `y`: failures last, so that nothing hides one. */
export function drawMarks(
  layer: Layer,
  row: LaneRow,
  { marks }: RowShapes,
  y: CssPixels,
  picture: Picture,
): void {
  for (const { kind, runs } of marks) {
    const series = row.marks[kind];
    if (series === undefined) continue;
    const middle = y + markHeight(kind);
    for (const run of runs.coming) drawRun(layer, series, run, kind, middle, picture, FAINT);
    for (const run of runs.happened) drawRun(layer, series, run, kind, middle, picture, 1);
  }
}

function drawRun(
  layer: Layer,
  { times }: MarkSeries,
  run: MarkRun,
  kind: MarkKind,
  y: CssPixels,
  { frame }: Picture,
  strength: number,
): void {
  const { from, to } = run;
  if (to > from) {
    const { colour, half } = MARK_LOOKS[kind];
    // A failure is as high as it can be, however few there are.
    const isFailure = kind === 'failure' || kind === 'unhandled';
    const stretches = new Stretches((x, width, step) => {
      const high = half * (LOWEST + (1 - LOWEST) * (step / STEPS));
      layer.fill(x, y - high, width, 2 * high, colour, strength);
    });
    eachColumn(times, run, frame, (x, count) => {
      stretches.add(x, isFailure ? STEPS : Math.min(STEPS, Math.round(Math.log2(count))));
    });
    stretches.end();
    layer.glyph(kind, to, y, strength);
  }
  layer.glyph(kind, from, y, strength);
}

import type { CssPixels } from '#base/units.ts';
import { MARK_KINDS, type LaneRow, type MarkKind } from '#timeline/layout/lane.ts';
import { markHeight } from '#timeline/layout/markHeight.ts';

import { MARK_LOOKS, type MarkLook } from './markLooks.ts';
import { markRuns, type MarkRun } from './markRuns.ts';
import { FAINT, type Picture } from './picture.ts';

/** The line of the surface round a mark that parts it from what is below. */
const HALO: CssPixels = 2;

/** Draws the marks of a row round the height `y`: failures last, so that nothing hides one. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  row: LaneRow,
  y: CssPixels,
  picture: Picture,
): void {
  for (const kind of MARK_KINDS) {
    const series = row.marks[kind];
    if (series === undefined) continue;
    const { happened, coming } = markRuns(series, picture.scale, picture.playhead.count);
    drawRuns(context, coming, kind, y, picture, FAINT);
    drawRuns(context, happened, kind, y, picture, 1);
  }
}

function drawRuns(
  context: CanvasRenderingContext2D,
  runs: readonly MarkRun[],
  kind: MarkKind,
  y: CssPixels,
  { colours }: Picture,
  alpha: number,
): void {
  if (runs.length === 0) return;
  const look = MARK_LOOKS[kind];
  const colour = colours[look.colour];
  const middle = y + markHeight(kind);
  context.beginPath();
  for (const run of runs) addRun(context, run, look, middle);
  if (look.filled) {
    strokePath(context, colours.surface, HALO);
    // Nothing shines through a faint mark: two of them would make a third colour.
    if (alpha < 1) fillPath(context, colours.surface);
    context.globalAlpha = alpha;
    fillPath(context, colour);
  } else {
    context.globalAlpha = alpha;
    strokePath(context, colour, 1.75);
  }
  context.globalAlpha = 1;
  if (kind === 'unhandled') drawExclamations(context, runs, middle, colours.surface);
}

function addRun(
  context: CanvasRenderingContext2D,
  { from, to }: MarkRun,
  look: MarkLook,
  y: CssPixels,
): void {
  look.path(context, from, y);
  if (to === from) return;
  context.rect(from, y - look.half, to - from, 2 * look.half);
  look.path(context, to, y);
}

function fillPath(context: CanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour;
  context.fill();
}

function strokePath(context: CanvasRenderingContext2D, colour: string, width: CssPixels): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function drawExclamations(
  context: CanvasRenderingContext2D,
  runs: readonly MarkRun[],
  y: CssPixels,
  colour: string,
): void {
  context.fillStyle = colour;
  for (const { from } of runs) {
    context.fillRect(from - 0.9, y - 4.5, 1.8, 6);
    context.fillRect(from - 0.9, y + 2.75, 1.8, 1.8);
  }
}

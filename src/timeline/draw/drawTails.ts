import type { CssPixels } from '#base/units.ts';
import { TAIL_BELOW } from '#timeline/shapes/hitTest.ts';
import type { RowShapes } from '#timeline/shapes/rowShapes.ts';
import type { TailBox } from '#timeline/shapes/tailBoxes.ts';

import type { Layer } from './layer.ts';
import { FAINT } from './picture.ts';

const THICKNESS: CssPixels = 2;
const CAP: CssPixels = 6;

/** Draws lateness: a thin tail from when a call was due, where it has a cap, to when it ran. */
export function drawTails(layer: Layer, { tails }: RowShapes, y: CssPixels): void {
  drawBoxes(layer, tails.coming, y, FAINT);
  drawBoxes(layer, tails.happened, y, 1);
}

function drawBoxes(layer: Layer, boxes: readonly TailBox[], y: CssPixels, strength: number): void {
  const line = (from: CssPixels, to: CssPixels): void => {
    if (to > from) layer.fill(from, y + TAIL_BELOW, to - from, THICKNESS, 'paused', strength);
  };
  /** Tails overlap where calls were due in a heap: they are one line, which is known from here to there. */
  let [lineFrom, lineTo] = [Infinity, -Infinity];
  for (const { from, to } of boxes.toReversed()) {
    const end = Math.max(to, from + 1);
    if (end < lineFrom) {
      line(lineFrom, lineTo);
      [lineFrom, lineTo] = [from, end];
    } else {
      lineFrom = Math.min(lineFrom, from);
      lineTo = Math.max(lineTo, end);
    }
    if (to - from > CAP) {
      layer.fill(from, y + TAIL_BELOW + THICKNESS - CAP, 1.5, CAP, 'paused', strength);
    }
  }
  line(lineFrom, lineTo);
}

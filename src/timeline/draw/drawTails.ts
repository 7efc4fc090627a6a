import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels } from '#base/units.ts';
import { TAIL_BELOW } from '#timeline/layout/hitTest.ts';
import type { LaneRow } from '#timeline/layout/lane.ts';
import { rangeOf, xOf } from '#timeline/time/timeScale.ts';

import { FAINT, type Picture } from './picture.ts';

const THICKNESS: CssPixels = 2;
const CAP: CssPixels = 6;

/** Draws lateness: a thin tail from when a call was due, where it has a cap, to when it ran. */
export function drawTails(
  context: CanvasRenderingContext2D,
  { tails }: LaneRow,
  y: CssPixels,
  { scale, playhead, colours }: Picture,
): void {
  const { dues, times, events } = tails;
  if (times.length === 0) return;
  const { start, end } = rangeOf(scale);
  const first = partitionPoint(0, times.length, (index) => (times[index] ?? 0) >= start);
  const last = partitionPoint(
    first,
    times.length,
    (index) => (times[index] ?? 0) > end + tails.longest,
  );
  context.fillStyle = colours.paused;
  for (const happened of [false, true]) {
    context.globalAlpha = happened ? 1 : FAINT;
    context.beginPath();
    let drawnTo = -Infinity;
    for (let index = first; index < last; index += 1) {
      const isIn = (events[index] ?? 0) < playhead.count === happened && (dues[index] ?? 0) <= end;
      const to = xOf(scale, times[index] ?? 0);
      // What is within a pixel of the last tail is part of it.
      if (!isIn || to < drawnTo + 1) continue;
      const from = Math.max(-CAP, xOf(scale, dues[index] ?? 0));
      context.rect(from, y + TAIL_BELOW, Math.max(1, to - from), THICKNESS);
      if (to - from > CAP) context.rect(from, y + TAIL_BELOW + THICKNESS - CAP, 1.5, CAP);
      drawnTo = to;
    }
    context.fill();
  }
  context.globalAlpha = 1;
}

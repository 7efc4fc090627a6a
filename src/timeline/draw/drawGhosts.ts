import type { CssPixels, Seconds } from '#base/units.ts';
import { ghostsBetween, lastGhost } from '#timeline/layout/ghosts.ts';
import type { GhostRun, LaneRow } from '#timeline/layout/lane.ts';
import { markHeight } from '#timeline/layout/markHeight.ts';
import { rangeOf, xOf } from '#timeline/time/timeScale.ts';

import { GHOST_PATH } from './markLooks.ts';
import { FAINT, type Picture } from './picture.ts';

/** Missed grid points that are no further apart than this are drawn as a hollow band. */
const APART: CssPixels = 7;

const BAND: CssPixels = 4;

/** Draws the grid points that a loop has missed, as ticks that are not there. */
export function drawGhosts(
  context: CanvasRenderingContext2D,
  row: LaneRow,
  y: CssPixels,
  { scale, playhead, colours }: Picture,
): void {
  if (row.ghosts.length === 0) return;
  const range = rangeOf(scale);
  const { first, last } = ghostsBetween(row.ghosts, range.start, range.end);
  context.strokeStyle = colours.paused;
  context.lineWidth = 1.25;
  for (const happened of [false, true]) {
    context.globalAlpha = happened ? 0.8 : FAINT;
    context.beginPath();
    let drawnTo = -Infinity;
    for (let index = first; index < last; index += 1) {
      const run = row.ghosts[index];
      if (run === undefined || run.event < playhead.count !== happened) continue;
      const to = xOf(scale, lastGhost(run));
      // Several runs on one pixel are one ghost.
      if (to < drawnTo + 1) continue;
      addRun(context, run, range, y + markHeight('ghost'), (time) => xOf(scale, time));
      drawnTo = to;
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

function addRun(
  context: CanvasRenderingContext2D,
  run: GhostRun,
  { start, end }: { readonly start: Seconds; readonly end: Seconds },
  y: CssPixels,
  x: (time: Seconds) => CssPixels,
): void {
  const { first, interval, count } = run;
  const begin = Math.max(0, Math.floor((start - first) / interval));
  const until = Math.min(count - 1, Math.ceil((end - first) / interval));
  if (x(first + interval) - x(first) >= APART || begin === until) {
    for (let index = begin; index <= until; index += 1) {
      GHOST_PATH(context, x(first + index * interval), y);
    }
    return;
  }
  const from = x(first + begin * interval);
  context.rect(from - 2, y - BAND / 2, x(first + until * interval) - from + 4, BAND);
}

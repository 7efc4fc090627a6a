import type { CssPixels } from '#base/units.ts';
import type { Colours } from '#timeline/draw/colours.ts';

import type { OverviewColumns } from './overviewColumns.ts';

/** The height of the strip. */
export const OVERVIEW_HEIGHT: CssPixels = 24;

const FOOT: CssPixels = 2;
const FAILURE: CssPixels = 6;
const WIDTH: CssPixels = 2;

/** Draws how much happens when, on a cleared canvas: failures at the top, however few they are. */
export function drawOverview(
  context: CanvasRenderingContext2D,
  { events, failures }: OverviewColumns,
  colours: Pick<Colours, 'textFaint' | 'failure'>,
): void {
  const most = events.reduce((max, count) => Math.max(max, count), 0);
  const room = OVERVIEW_HEIGHT - FOOT - FAILURE - 1;
  context.fillStyle = colours.textFaint;
  for (let x = 0; x < events.length; x += 1) {
    const count = events[x] ?? 0;
    if (count === 0) continue;
    // By the logarithm: a single event is seen beside a crowd.
    const height = Math.max(2, Math.round((Math.log1p(count) / Math.log1p(most)) * room));
    context.fillRect(x, OVERVIEW_HEIGHT - FOOT - height, 1, height);
  }
  context.fillStyle = colours.failure;
  for (let x = 0; x < failures.length; x += 1) {
    if ((failures[x] ?? 0) > 0) {
      context.fillRect(Math.min(x, failures.length - WIDTH - 1), 1, WIDTH, FAILURE);
    }
  }
}

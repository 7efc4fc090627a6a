import type { CssPixels } from '#base/units.ts';
import { lanesBetween, rowMiddle } from '#timeline/layout/laneGeometry.ts';
import { placeOf } from '#timeline/layout/placeOf.ts';
import { ticksOf } from '#timeline/time/ticks.ts';
import { xOf } from '#timeline/time/timeScale.ts';

import { drawGhosts } from './drawGhosts.ts';
import { drawHorizon } from './drawHorizon.ts';
import { drawMarks } from './drawMarks.ts';
import { drawSpans } from './drawSpans.ts';
import { drawTails } from './drawTails.ts';
import type { Picture } from './picture.ts';

const RING: CssPixels = 10;

/** Draws the lanes in view onto a cleared canvas, in CSS pixels from the top of what is seen. */
export function drawLanes(context: CanvasRenderingContext2D, picture: Picture): void {
  const { layout, geometry, scrollTop, height } = picture;
  const { first, last } = lanesBetween(geometry, scrollTop, scrollTop + height);
  drawBackground(context, picture, first, last);
  for (let index = first; index < last; index += 1) {
    const top = (geometry.tops[index] ?? 0) - scrollTop;
    layout.lanes[index]?.rows.forEach((row, at) => {
      const y = top + rowMiddle(at);
      drawSpans(context, row, y, picture);
      drawTails(context, row, y, picture);
      drawGhosts(context, row, y, picture);
      drawMarks(context, row, y, picture);
    });
  }
  drawHorizon(context, picture.horizon, picture, height);
  drawSelectedEvent(context, picture);
}

function drawBackground(
  context: CanvasRenderingContext2D,
  {
    geometry,
    scale,
    scrollTop,
    height,
    knownUntil,
    selectedLanes,
    colours,
    calendar = null,
  }: Picture,
  first: number,
  last: number,
): void {
  const { tops } = geometry;
  context.fillStyle = colours.timeSoft;
  for (let index = first; index < last; index += 1) {
    if (!selectedLanes.has(index)) continue;
    const top = (tops[index] ?? 0) - scrollTop;
    context.fillRect(0, top, scale.width, (tops[index + 1] ?? 0) - (tops[index] ?? 0));
  }

  // What is not simulated: before 0 and after the end.
  context.fillStyle = colours.sunken;
  const begin = Math.min(scale.width, xOf(scale, 0));
  const end = Math.max(0, xOf(scale, knownUntil));
  if (begin > 0) context.fillRect(0, 0, begin, height);
  if (end < scale.width) context.fillRect(end, 0, scale.width - end, height);

  context.fillStyle = colours.line;
  for (const { time } of ticksOf(scale, calendar).major) {
    context.fillRect(Math.round(xOf(scale, time)), 0, 1, height);
  }
  for (let index = first; index < last; index += 1) {
    context.fillRect(0, Math.round((tops[index + 1] ?? 0) - scrollTop) - 1, scale.width, 1);
  }
}

function drawSelectedEvent(context: CanvasRenderingContext2D, picture: Picture): void {
  const { layout, geometry, scale, scrollTop, selectedEvent, colours } = picture;
  if (selectedEvent === null || selectedEvent >= layout.length) return;
  const place = placeOf(layout, selectedEvent);
  const x = xOf(scale, place.time);
  if (x < -RING || x > scale.width + RING) return;
  const y = (geometry.tops[place.lane] ?? 0) + rowMiddle(place.row) - scrollTop;
  context.beginPath();
  context.arc(x, y, RING, 0, 2 * Math.PI);
  context.strokeStyle = colours.time;
  context.lineWidth = 2;
  context.stroke();
}

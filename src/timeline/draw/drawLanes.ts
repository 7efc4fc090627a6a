import type { CssPixels } from '#base/units.ts';
import { drawCauses } from '#timeline/arrows/drawCauses.ts';
import { lanesBetween, rowMiddle, rowsOfLane } from '#timeline/layout/laneGeometry.ts';
import type { LaneRow } from '#timeline/layout/lane.ts';
import { frameOf } from '#timeline/shapes/frame.ts';
import { rowShapes } from '#timeline/shapes/rowShapes.ts';
import { ticksOf } from '#timeline/time/ticks.ts';
import { xOf } from '#timeline/time/timeScale.ts';

import { drawBreaks } from './drawBreaks.ts';
import type { DrawContext } from './drawContext.ts';
import { drawGhosts } from './drawGhosts.ts';
import { drawHorizon } from './drawHorizon.ts';
import { drawMarks } from './drawMarks.ts';
import { fadedLayer } from './fadedLayer.ts';
import { drawSpans } from './drawSpans.ts';
import { drawTails } from './drawTails.ts';
import type { Layer } from './layer.ts';
import type { Picture } from './picture.ts';

/** How strong the pinned run is drawn, and how much lower than the present one. */
const BENEATH = 0.35;
const LOWER: CssPixels = 3;

/** Draws the lanes in view onto a clear layer, in CSS pixels from the top of what is seen. */
export function drawLanes(layer: Layer, picture: Picture): void {
  const { layout, geometry, scrollTop, height } = picture;
  const { first, last } = lanesBetween(geometry, scrollTop, scrollTop + height);
  drawBackground(layer, picture, first, last);
  drawPinned(fadedLayer(layer, BENEATH), picture, first, last);
  for (let position = first; position < last; position += 1) {
    const top = (geometry.tops[position] ?? 0) - scrollTop;
    rowsOfLane(layout, geometry, position).forEach((row, at) => {
      drawRow(layer, row, top + rowMiddle(at, geometry.places[position]?.size), picture);
    });
  }
}

/**
 * Draws the pinned run's rows below those of the present one: what is the same in both is covered, and
 * what differs looks out. It has as many rows as fit; the others are drawn in the last of them.
 */
function drawPinned(layer: Layer, picture: Picture, first: number, last: number): void {
  const { pinned = null, geometry, scale, scrollTop } = picture;
  if (pinned === null) return;
  const { layout, lanes, until } = pinned;
  const frame = frameOf(scale, Infinity, until);
  const playhead = { time: Infinity, count: Infinity };
  const beneath: Picture = { ...picture, layout, frame, playhead, knownUntil: until };
  for (let position = first; position < last; position += 1) {
    const top = (geometry.tops[position] ?? 0) - scrollTop;
    const place = geometry.places[position];
    if (place === undefined) continue;
    const fitting = Math.max(1, rowsOfLane(picture.layout, geometry, position).length);
    const merged = layout.mergedRow(place.lane);
    const rows = merged === undefined ? layout.lanes[lanes[place.lane] ?? -1]?.rows : [merged];
    rows?.forEach((row, at) => {
      const y = top + rowMiddle(Math.min(at, fitting - 1), place.size) + LOWER;
      drawRow(layer, row, y, beneath);
    });
  }
}

/** Draws a row round the height `y`. */
function drawRow(layer: Layer, row: LaneRow, y: CssPixels, picture: Picture): void {
  const shapes = rowShapes(row, picture.frame);
  drawSpans(layer, row, shapes, y, picture);
  drawTails(layer, shapes, y);
  drawGhosts(layer, shapes, y);
  drawMarks(layer, row, shapes, y, picture);
}

function drawBackground(
  layer: Layer,
  { geometry, scale, scrollTop, height, knownUntil, selectedLanes, calendar = null }: Picture,
  first: number,
  last: number,
): void {
  const { tops, places } = geometry;
  for (let position = first; position < last; position += 1) {
    const { lane = 0, inside = [] } = places[position] ?? {};
    if (![lane, ...inside].some((each) => selectedLanes.has(each))) continue;
    const top = (tops[position] ?? 0) - scrollTop;
    const laneHeight = (tops[position + 1] ?? 0) - (tops[position] ?? 0);
    layer.fill(0, top, scale.width, laneHeight, 'timeSoft', 1);
  }

  // What is not simulated: before 0 and after the end.
  const begin = Math.min(scale.width, xOf(scale, 0));
  const end = Math.max(0, xOf(scale, knownUntil));
  if (begin > 0) layer.fill(0, 0, begin, height, 'sunken', 1);
  if (end < scale.width) layer.fill(end, 0, scale.width - end, height, 'sunken', 1);

  for (const { time } of ticksOf(scale, calendar).major) {
    layer.fill(Math.round(xOf(scale, time)), 0, 1, height, 'line', 1);
  }
  for (let index = first; index < last; index += 1) {
    layer.fill(0, Math.round((tops[index + 1] ?? 0) - scrollTop) - 1, scale.width, 1, 'line', 1);
  }
}

/** Draws what lies over the lanes: the horizon that was gone beyond, and the selected event with its causes. */
export function drawOverLanes(context: DrawContext, picture: Picture): void {
  drawBreaks(context, picture, picture.height);
  drawHorizon(context, picture.horizon, picture, picture.height);
  drawCauses(context, picture);
}

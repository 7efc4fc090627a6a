import type { CssPixels, Seconds } from '#base/units.ts';
import type { Calendar } from '#timeline/time/calendar.ts';
import { ticksOf } from '#timeline/time/ticks.ts';
import { xOf, type TimeScale } from '#timeline/time/timeScale.ts';

import type { Colours } from './colours.ts';
import type { DrawContext } from './drawContext.ts';
import { drawBreakLabels } from './drawBreaks.ts';
import { drawHorizon } from './drawHorizon.ts';

/** The height of the ruler. */
export const RULER_HEIGHT: CssPixels = 30;

/** What a ruler shows. */
export interface RulerPicture {
  readonly scale: TimeScale;
  /** The document's horizon, where the run has gone on beyond it. */
  readonly horizon: Seconds | null;
  readonly colours: Colours;
  /** A CSS font family. */
  readonly font: string;
  /** The dates of the run; null: it has none. */
  readonly calendar?: Calendar | null;
}

const MINOR_HEIGHT: CssPixels = 4;
const MAJOR_HEIGHT: CssPixels = 10;

/** Where the labels stand, and what they leave out, where there is such a thing. */
const LINES = { only: RULER_HEIGHT / 2, context: 8, labels: 20 } as const;

/** Draws the ruler onto a cleared canvas: each label stands right of its tick. */
export function drawRuler(
  context: DrawContext,
  { scale, horizon, colours, font, calendar = null }: RulerPicture,
): void {
  const { major, minor, context: day } = ticksOf(scale, calendar);
  context.fillStyle = colours.line;
  context.fillRect(0, RULER_HEIGHT - 1, scale.width, 1);
  context.fillStyle = colours.lineStrong;
  for (const time of minor) {
    context.fillRect(Math.round(xOf(scale, time)), RULER_HEIGHT - MINOR_HEIGHT, 1, MINOR_HEIGHT);
  }
  for (const { time } of major) {
    context.fillRect(Math.round(xOf(scale, time)), RULER_HEIGHT - MAJOR_HEIGHT, 1, MAJOR_HEIGHT);
  }
  context.font = `11px ${font}`;
  context.textBaseline = 'middle';
  context.fillStyle = colours.textFaint;
  const line = day === null ? LINES.only : LINES.labels;
  for (const { time, label } of major) {
    context.fillText(label, Math.round(xOf(scale, time)) + 5, line);
  }
  if (day !== null) {
    context.fillStyle = colours.textMuted;
    context.fillText(day, 6, LINES.context);
  }
  drawBreakLabels(context, { scale, colours, font }, RULER_HEIGHT);
  drawHorizon(context, horizon, { scale, colours }, RULER_HEIGHT, font);
}

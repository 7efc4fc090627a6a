import type { DrawContext } from '#timeline/draw/drawContext.ts';
import type { CssPixels } from '#base/units.ts';
import type { Colours } from '#timeline/draw/colours.ts';

import { causeArrows, pointOf, type Arrow, type ArrowView } from './causeArrows.ts';

/** What is drawn of a selected event. */
export interface CausePicture extends ArrowView {
  /** The sequence number of the selected event, or null. */
  readonly selectedEvent: number | null;
  readonly colours: Colours;
}

const RING: CssPixels = 10;
const HEAD: CssPixels = 7;
const DASH: readonly CssPixels[] = [5, 3];

/** Draws a ring around the selected event, a dashed arrow from its cause and arrows to its effects. */
export function drawCauses(context: DrawContext, picture: CausePicture): void {
  const { layout, scale, selectedEvent, colours } = picture;
  if (selectedEvent === null || selectedEvent >= layout.length) return;
  const at = pointOf(picture, selectedEvent);
  if (at === null) return;
  const { arrows, more } = causeArrows(picture, selectedEvent);
  const isInView = at.x >= -RING && at.x <= scale.width + RING;
  context.save();
  context.lineWidth = 1.5;
  for (const arrow of arrows) drawArrow(context, arrow, colours);
  context.setLineDash([]);
  if (more > 0 && isInView) drawMore(context, more, at, picture);
  context.restore();
  if (!isInView) return;
  context.beginPath();
  context.arc(at.x, at.y, RING, 0, 2 * Math.PI);
  context.strokeStyle = colours.time;
  context.lineWidth = 2;
  context.stroke();
}

function drawArrow(context: DrawContext, { leads, from, bend, to }: Arrow, colours: Colours): void {
  const colour = leads === 'fromCause' ? colours.textMuted : colours.time;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.setLineDash(leads === 'fromCause' ? [...DASH] : []);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  context.stroke();
  const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
  context.beginPath();
  context.moveTo(to.x, to.y);
  for (const side of [-0.42, 0.42]) {
    context.lineTo(to.x - HEAD * Math.cos(angle + side), to.y - HEAD * Math.sin(angle + side));
  }
  context.fill();
}

function drawMore(
  context: DrawContext,
  more: number,
  { x, y }: { readonly x: CssPixels; readonly y: CssPixels },
  { scale, colours }: CausePicture,
): void {
  const text = `+${more.toLocaleString('en')}`;
  const isLeft = x > scale.width - 60;
  // not shown: a font of CSS
  context.font = '600 11px sans-serif';
  context.textBaseline = 'bottom';
  context.textAlign = isLeft ? 'right' : 'left';
  context.lineWidth = 3;
  context.strokeStyle = colours.surface;
  context.fillStyle = colours.time;
  const at = { x: x + (isLeft ? -RING : RING) * 0.8, y: y - RING * 0.6 };
  context.strokeText(text, at.x, at.y);
  context.fillText(text, at.x, at.y);
}

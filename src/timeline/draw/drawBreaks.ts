import type { CssPixels } from '#base/units.ts';
import type { Break } from '#timeline/time/folding.ts';
import { tickLabel } from '#timeline/time/tickLabel.ts';
import { xOf, type TimeScale } from '#timeline/time/timeScale.ts';

import type { Colours } from './colours.ts';
import type { DrawContext } from './drawContext.ts';

/** How far and how often the edges of a break go to and fro. */
const TOOTH: CssPixels = 3;
const PERIOD: CssPixels = 8;

/** Half the room between the two edges. */
const HALF: CssPixels = 3;

/** A break that is drawn in view, and where. */
interface SeenBreak {
  readonly gap: Break;
  readonly from: CssPixels;
  readonly to: CssPixels;
}

/** The breaks that a scale shows some of. */
function breaksInView(scale: TimeScale): readonly SeenBreak[] {
  return scale.folding.breaks
    .map((gap) => ({ gap, from: xOf(scale, gap.start), to: xOf(scale, gap.end) }))
    .filter(({ from, to }) => to > 0 && from < scale.width);
}

/** The break at a pixel, or null. */
export function breakAt(scale: TimeScale, x: CssPixels): Break | null {
  return breaksInView(scale).find(({ from, to }) => x >= from && x <= to)?.gap ?? null;
}

/** Draws over a height where time is left out: the lanes are torn. */
export function drawBreaks(
  context: DrawContext,
  { scale, colours }: { readonly scale: TimeScale; readonly colours: Colours },
  height: CssPixels,
): void {
  for (const { from, to } of breaksInView(scale)) {
    const middle = (from + to) / 2;
    const edge = (side: number, isBack: boolean): void => {
      const steps = Math.ceil(height / PERIOD);
      for (let step = 0; step <= steps; step += 1) {
        const at = isBack ? steps - step : step;
        const x = middle + side * HALF + (at % 2 === 0 ? -TOOTH : TOOTH) / 2;
        if (step === 0 && !isBack) context.moveTo(x, 0);
        else context.lineTo(x, at * PERIOD);
      }
    };
    context.beginPath();
    edge(-1, false);
    edge(1, true);
    context.closePath();
    context.fillStyle = colours.sunken;
    context.fill();
    context.beginPath();
    edge(-1, false);
    context.strokeStyle = colours.lineStrong;
    context.lineWidth = 1;
    context.stroke();
    context.beginPath();
    edge(1, true);
    context.stroke();
  }
}

/** Draws on the ruler how much time each break leaves out, where there is room for it. */
export function drawBreakLabels(
  context: DrawContext,
  {
    scale,
    colours,
    font,
  }: { readonly scale: TimeScale; readonly colours: Colours; readonly font: string },
  height: CssPixels,
): void {
  context.font = `10px ${font}`;
  context.textBaseline = 'middle';
  for (const { gap, from, to } of breaksInView(scale)) {
    context.fillStyle = colours.sunken;
    context.fillRect(from, 0, to - from, height - 1);
    const length = gap.end - gap.start;
    const label = tickLabel(length, length < 10 ? 0.001 : 1, length);
    const { width } = context.measureText(label);
    if (width > to - from - 4) continue;
    context.fillStyle = colours.textFaint;
    context.fillText(label, (from + to - width) / 2, height / 2);
  }
}

import type { CssPixels } from '#base/units.ts';
import { drawSpanSample } from '#timeline/draw/drawSpans.ts';
import type { Glyph } from '#timeline/draw/layer.ts';
import { SPAN_KINDS, type SpanKind } from '#timeline/layout/lane.ts';
import { msg, t, type Text } from '#words/words.ts';

import type { MeasureText, SvgSheet } from './svgSheet.ts';

/** What each figure of the timeline means. */
const GLYPHS: readonly (readonly [Glyph, Text])[] = [
  ['tick', msg('tick or step')],
  ['ghost', msg('missed tick')],
  ['ran', msg('delayed call ran')],
  ['fired', msg('fired')],
  ['callback', msg('callback')],
  ['errback', msg('errback')],
  ['failure', msg('failure')],
  ['unhandled', msg('unhandled failure')],
  ['cancelled', msg('cancelled')],
  ['stopped', msg('stopped')],
  ['late', msg('something ran late')],
];

const SPANS: Readonly<Record<SpanKind, Text>> = {
  pass: msg('reactor runs calls'),
  between: msg('until the next tick'),
  waiting: msg('waiting'),
  queued: msg('waiting in line'),
  paused: msg('paused on a Deferred'),
  worker: msg('in a worker thread'),
  blocking: msg('blocking'),
};

const LINE: CssPixels = 20;
const SAMPLE: CssPixels = 26;
const GAP: CssPixels = 18;

interface Entry {
  readonly text: Text;
  readonly draw: (sheet: SvgSheet, x: CssPixels, y: CssPixels) => void;
}

const ENTRIES: readonly Entry[] = [
  ...GLYPHS.map(([glyph, text]) => ({
    text,
    draw: (sheet: SvgSheet, x: CssPixels, y: CssPixels) => {
      sheet.glyph(glyph, x + SAMPLE / 2, y, 1);
    },
  })),
  ...SPAN_KINDS.map((kind) => ({
    text: SPANS[kind],
    draw: (sheet: SvgSheet, x: CssPixels, y: CssPixels) => {
      drawSpanSample(sheet, kind, x + 2, x + SAMPLE - 2, y);
    },
  })),
  {
    text: msg('late: from when it was due'),
    draw: (sheet, x, y) => {
      sheet.fill(x + 2, y + 1, SAMPLE - 4, 2, 'paused', 1);
      sheet.fill(x + 2, y - 3, 1.5, 6, 'paused', 1);
    },
  },
];

/** Where each entry of a legend stands, on lines of a width. */
function placed(
  width: CssPixels,
  family: string,
  measure: MeasureText,
): readonly { readonly entry: Entry; readonly x: CssPixels; readonly line: number }[] {
  let [x, line] = [0, 0];
  return ENTRIES.map((entry) => {
    const room = SAMPLE + 4 + measure(t(entry.text), `11px ${family}`) + GAP;
    if (x > 0 && x + room - GAP > width) {
      x = 0;
      line += 1;
    }
    const place = { entry, x, line };
    x += room;
    return place;
  });
}

/** How high a legend of a width is. */
export function legendHeight(width: CssPixels, family: string, measure: MeasureText): CssPixels {
  return ((placed(width, family, measure).at(-1)?.line ?? 0) + 1) * LINE;
}

/** Draws what everything on the timeline means. */
export function drawLegend(
  sheet: SvgSheet,
  width: CssPixels,
  family: string,
  measure: MeasureText,
): void {
  for (const { entry, x, line } of placed(width, family, measure)) {
    const y = (line + 0.5) * LINE;
    entry.draw(sheet, x, y);
    sheet.label(t(entry.text), x + SAMPLE + 4, y, width, 1);
  }
}

import type { CssPixels } from '#base/units.ts';
import { drawLanes, drawOverLanes } from '#timeline/draw/drawLanes.ts';
import { drawRuler, RULER_HEIGHT } from '#timeline/draw/drawRuler.ts';
import { fitted } from '#timeline/draw/labels.ts';
import type { Picture } from '#timeline/draw/picture.ts';
import { lanesBetween } from '#timeline/layout/laneGeometry.ts';
import { frameOf } from '#timeline/shapes/frame.ts';
import { rangeOf, xOf } from '#timeline/time/timeScale.ts';
import { formatTime } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import { legendHeight, drawLegend } from './legend.ts';
import { escaped, SvgSheet, type MeasureText } from './svgSheet.ts';

/** What a picture shows besides the lanes. */
export interface TimelineSvgParts {
  /** The name of the schedule. */
  readonly title: string;
  /** The name of each lane of the layout, and how deep its service is in others. */
  readonly names: readonly { readonly name: string; readonly depth: number }[];
  /** A CSS font family. */
  readonly family: string;
  readonly measure: MeasureText;
}

const MARGIN: CssPixels = 12;
const TITLE: CssPixels = 34;
const INDENT: CssPixels = 12;

/** The column of the names is as wide as the widest of them, within bounds. */
const NAMES = { least: 80, most: 220 } as const satisfies Record<string, CssPixels>;

/** A picture as the text of an SVG file, and its size. */
export interface SvgPicture {
  readonly text: string;
  readonly width: CssPixels;
  readonly height: CssPixels;
}

/** The timeline as an SVG picture of its own: with a title, the names of the lanes, and a legend. */
export function timelineSvg(picture: Omit<Picture, 'frame'>, parts: TimelineSvgParts): SvgPicture {
  const { scale, height, scrollTop, geometry, playhead, knownUntil, colours } = picture;
  const { family, measure } = parts;
  const { first, last } = lanesBetween(geometry, scrollTop, scrollTop + height);
  const shown = geometry.shown.slice(first, last);
  const font = `12px ${family}`;
  const widths = shown.map((lane) => {
    const { name = '', depth = 0 } = parts.names[lane] ?? {};
    return measure(name, font) + depth * INDENT + MARGIN;
  });
  const namesWidth = Math.min(NAMES.most, Math.max(NAMES.least, ...widths));
  const width = 2 * MARGIN + namesWidth + scale.width;
  const top = MARGIN + TITLE;
  const lanesTop = top + RULER_HEIGHT;
  const legendTop = lanesTop + height + MARGIN;
  const legendWidth = width - 2 * MARGIN;
  const whole = legendTop + legendHeight(legendWidth, family, measure) + MARGIN;
  const sheet = (): SvgSheet => new SvgSheet(colours, family, measure);

  const title = sheet();
  title.font = `600 15px ${family}`;
  title.textBaseline = 'middle';
  title.fillStyle = colours.text;
  title.fillText(parts.title, MARGIN, MARGIN + 10);
  const { start, end } = rangeOf(scale);
  title.font = `11px ${family}`;
  title.fillStyle = colours.textMuted;
  const range = t('{{start}} s to {{end}} s, at {{time}} s', {
    start: formatTime(Math.max(0, start)),
    end: formatTime(Math.min(end, knownUntil)),
    time: formatTime(playhead.time),
  });
  title.fillText(range, MARGIN, MARGIN + 26);

  const names = sheet();
  names.font = font;
  names.textBaseline = 'middle';
  names.fillStyle = colours.text;
  shown.forEach((lane, index) => {
    const { name = '', depth = 0 } = parts.names[lane] ?? {};
    const y = (geometry.tops[first + index] ?? 0) - scrollTop;
    const below = (geometry.tops[first + index + 1] ?? y) - scrollTop;
    const x = depth * INDENT;
    const text = fitted(name, namesWidth - x - MARGIN, (part) => measure(part, font));
    names.fillText(text, x, (y + below) / 2);
    names.fill(0, below - 1, namesWidth, 1, 'line', 1);
  });

  const ruler = sheet();
  drawRuler(ruler, { ...picture, font: family });
  const lanes = sheet();
  const full = { ...picture, frame: frameOf(scale, playhead.count, knownUntil) };
  drawLanes(lanes, full);
  drawOverLanes(lanes, full);
  const now = xOf(scale, playhead.time);
  if (now >= 0 && now <= scale.width) lanes.fill(now - 1, 0, 2, height, 'time', 1);
  const legend = sheet();
  drawLegend(legend, legendWidth, family, measure);

  const lanesLeft = MARGIN + namesWidth;
  const text = [
    // not shown: the beginning of an SVG file
    '<?xml version="1.0" encoding="UTF-8"?>',
    // not shown: its element
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img">`,
    `<title>${escaped(t('Timeline of {{title}}', { title: parts.title }))}</title>`,
    // not shown: a part of an SVG file
    `<rect width="${width}" height="${whole}" fill="${colours.surface}"/>`,
    part(title, 0, 0, width, whole),
    part(names, MARGIN, lanesTop, namesWidth, height),
    part(ruler, lanesLeft, top, scale.width, RULER_HEIGHT),
    part(lanes, lanesLeft, lanesTop, scale.width, height),
    part(legend, MARGIN, legendTop, legendWidth, whole - legendTop),
    '</svg>',
    '',
  ].join('\n');
  return { text, width, height: whole };
}

/** A part of the picture at its place, of which nothing stands out. */
function part(
  sheet: SvgSheet,
  x: CssPixels,
  y: CssPixels,
  width: CssPixels,
  height: CssPixels,
): string {
  return (
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" overflow="hidden">\n` +
    `${sheet.toString()}\n</svg>`
  );
}

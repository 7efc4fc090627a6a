import type { CssPixels } from '#base/units.ts';
import { mixed, type ColourName, type Colours } from '#timeline/draw/colours.ts';
import type { DrawContext } from '#timeline/draw/drawContext.ts';
import { drawGlyph } from '#timeline/draw/glyphs.ts';
import { drawLabel } from '#timeline/draw/labels.ts';
import type { Glyph, Layer } from '#timeline/draw/layer.ts';
import { MARK_LOOKS } from '#timeline/draw/markLooks.ts';

/** How much a context keeps when it is saved. */
interface Style {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  dash: readonly number[];
}

const FIRST_STYLE: Style = {
  fillStyle: 'black',
  strokeStyle: 'black',
  lineWidth: 1,
  globalAlpha: 1,
  // not shown: a font of CSS
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  dash: [],
};

/** How wide a text is, in a font as CSS writes it. */
export type MeasureText = (text: string, font: string) => CssPixels;

/**
 * A part of an SVG picture that is drawn on as on a canvas, and as on a layer of shapes. Boxes of one
 * colour that follow each other are one path.
 */
export class SvgSheet implements DrawContext, Layer {
  fillStyle = FIRST_STYLE.fillStyle;
  strokeStyle = FIRST_STYLE.strokeStyle;
  lineWidth = FIRST_STYLE.lineWidth;
  globalAlpha = FIRST_STYLE.globalAlpha;
  font = FIRST_STYLE.font;
  textAlign = FIRST_STYLE.textAlign;
  textBaseline = FIRST_STYLE.textBaseline;
  #dash: readonly number[] = [];
  readonly #colours: Colours;
  readonly #measure: MeasureText;
  readonly #family: string;
  readonly #saved: Style[] = [];
  readonly #parts: string[] = [];
  #path: string[] = [];
  #boxes: { readonly colour: string; readonly path: string[] } | null = null;

  /** `family`: a CSS font family. */
  constructor(colours: Colours, family: string, measure: MeasureText) {
    this.#colours = colours;
    this.#family = family;
    this.#measure = measure;
  }

  /** What was drawn, as elements of SVG. */
  toString(): string {
    this.#endBoxes();
    return this.#parts.join('\n');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline } = this;
    const lines = { strokeStyle, lineWidth, dash: this.#dash };
    this.#saved.push({ fillStyle, globalAlpha, font, textAlign, textBaseline, ...lines });
  }

  restore(): void {
    const { dash, ...style } = this.#saved.pop() ?? FIRST_STYLE;
    Object.assign(this, style);
    this.#dash = dash;
  }

  setLineDash(dash: Iterable<number>): void {
    this.#dash = [...dash];
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: CssPixels, y: CssPixels): void {
    this.#path.push(`M${at(x)} ${at(y)}`);
  }

  lineTo(x: CssPixels, y: CssPixels): void {
    this.#path.push(`L${at(x)} ${at(y)}`);
  }

  quadraticCurveTo(x1: CssPixels, y1: CssPixels, x: CssPixels, y: CssPixels): void {
    this.#path.push(`Q${at(x1)} ${at(y1)} ${at(x)} ${at(y)}`);
  }

  closePath(): void {
    this.#path.push('Z');
  }

  rect(x: CssPixels, y: CssPixels, width: CssPixels, height: CssPixels): void {
    this.#path.push(box(x, y, width, height));
  }

  /** A whole circle, from its right: the timeline draws no other arcs. */
  arc(x: CssPixels, y: CssPixels, radius: CssPixels): void {
    const half = (to: CssPixels): string => `A${at(radius)} ${at(radius)} 0 0 1 ${at(to)} ${at(y)}`;
    this.#path.push(`M${at(x + radius)} ${at(y)}${half(x - radius)}${half(x + radius)}Z`);
  }

  fill(): void;
  fill(
    x: CssPixels,
    y: CssPixels,
    width: CssPixels,
    height: CssPixels,
    colour: ColourName,
    strength: number,
  ): void;
  fill(
    x?: CssPixels,
    y: CssPixels = 0,
    width: CssPixels = 0,
    height: CssPixels = 0,
    colour: ColourName = 'surface',
    strength = 1,
  ): void {
    if (x === undefined) {
      this.#add(
        `<path d="${this.#path.join('')}" fill="${String(this.fillStyle)}"${this.#alpha()}/>`,
      );
      return;
    }
    const shade = css(mixed(this.#colours, colour, strength));
    if (this.#boxes?.colour !== shade) {
      this.#endBoxes();
      this.#boxes = { colour: shade, path: [] };
    }
    this.#boxes.path.push(box(x, y, width, height));
  }

  stroke(): void {
    const dash = this.#dash.length === 0 ? '' : ` stroke-dasharray="${this.#dash.join(' ')}"`;
    this.#add(
      `<path d="${this.#path.join('')}" fill="none" stroke="${String(this.strokeStyle)}" ` +
        `stroke-width="${this.lineWidth}"${dash}${this.#alpha()}/>`,
    );
  }

  fillRect(x: CssPixels, y: CssPixels, width: CssPixels, height: CssPixels): void {
    this.#add(
      `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" ` +
        `fill="${String(this.fillStyle)}"${this.#alpha()}/>`,
    );
  }

  fillText(text: string, x: CssPixels, y: CssPixels): void {
    this.#text(text, x, y, `fill="${String(this.fillStyle)}"`);
  }

  strokeText(text: string, x: CssPixels, y: CssPixels): void {
    const stroke = `stroke="${String(this.strokeStyle)}" stroke-width="${this.lineWidth}"`;
    this.#text(text, x, y, `fill="none" ${stroke}`);
  }

  measureText(text: string): TextMetrics {
    return { width: this.#measure(text, this.font) } as TextMetrics;
  }

  glyph(glyph: Glyph, x: CssPixels, y: CssPixels, strength: number): void {
    const colour = css(mixed(this.#colours, MARK_LOOKS[glyph].colour, strength));
    drawGlyph(this, glyph, x, y, colour, this.#colours.surface);
  }

  label(text: string, x: CssPixels, y: CssPixels, width: CssPixels, strength: number): void {
    this.save();
    drawLabel(this, { text, x, y, width, strength }, this.#colours, this.#family);
    this.restore();
  }

  #text(text: string, x: CssPixels, y: CssPixels, paint: string): void {
    const [, size = '10', family = 'sans-serif'] = /([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const weight = /\b(bold|[5-9]00)\b/.exec(this.font)?.[1];
    const baseline = { middle: 'central', top: 'hanging' }[this.textBaseline as string] ?? 'auto';
    const anchor = { center: 'middle', right: 'end', end: 'end' }[this.textAlign as string];
    const weighty = weight === undefined ? '' : ` font-weight="${weight}"`;
    const anchored = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
    this.#add(
      `<text x="${at(x)}" y="${at(y)}" font-size="${size}" font-family="${escaped(family)}"` +
        `${weighty}${anchored} ` +
        `dominant-baseline="${baseline}" ${paint}${this.#alpha()}>${escaped(text)}</text>`,
    );
  }

  #add(element: string): void {
    this.#endBoxes();
    this.#parts.push(element);
  }

  #endBoxes(): void {
    if (this.#boxes === null) return;
    const { colour, path } = this.#boxes;
    this.#boxes = null;
    this.#parts.push(`<path d="${path.join('')}" fill="${colour}"/>`);
  }

  #alpha(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`;
  }
}

/** A text as the content of an element or attribute. */
export function escaped(text: string): string {
  return (
    text
      // What XML cannot hold.
      .replace(/[\p{Cs}\uFFFE\uFFFF]|[^\P{Cc}\t\n\r]/gu, '\uFFFD')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

function box(x: CssPixels, y: CssPixels, width: CssPixels, height: CssPixels): string {
  return `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}Z`;
}

/** A coordinate, to a hundredth of a pixel. */
function at(value: CssPixels): string {
  return String(Math.round(value * 100) / 100);
}

function css([red, green, blue]: readonly [number, number, number]): string {
  return `rgb(${red},${green},${blue})`;
}

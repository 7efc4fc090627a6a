import type { CssPixels } from '#base/units.ts';

import { mixed, rgbOf, type ColourName, type Colours } from './colours.ts';
import type { DrawContext } from './drawContext.ts';
import { GLYPH_REACH } from './glyphs.ts';
import { drawLabel, type Label } from './labels.ts';
import type { Glyph, Layer } from './layer.ts';
import type { SpritePixels, Sprites } from './sprites.ts';

/** Strengths of colours are told apart in so many steps. */
const STEPS = 64;

/**
 * Shapes as pixels in memory, which are put on a canvas at one go: paths of the canvas would cost
 * many times as much.
 */
export class PixelLayer implements Layer {
  readonly #image: ImageData;
  readonly #pixels: Uint32Array;
  readonly #ratio: number;
  readonly #colours: Colours;
  readonly #sprites: Sprites;
  readonly #surface: number;
  #labels: Label[] = [];
  readonly #shades = new Map<ColourName, Uint32Array>();

  /** A clear layer over an image of `ratio` pixels a CSS pixel. */
  constructor(image: ImageData, ratio: number, colours: Colours, sprites: Sprites) {
    this.#image = image;
    this.#pixels = new Uint32Array(image.data.buffer);
    this.#ratio = ratio;
    this.#colours = colours;
    this.#sprites = sprites;
    this.#surface = opaque(rgbOf(colours.surface));
  }

  clear(): void {
    this.#pixels.fill(0);
    this.#labels = [];
  }

  fill(
    x: CssPixels,
    y: CssPixels,
    width: CssPixels,
    height: CssPixels,
    colour: ColourName,
    strength: number,
  ): void {
    const ratio = this.#ratio;
    const { width: across, height: down } = this.#image;
    const begin = Math.round(x * ratio);
    const above = Math.round(y * ratio);
    const left = Math.max(0, begin);
    const right = Math.min(across, Math.max(begin + 1, Math.round((x + width) * ratio)));
    const top = Math.max(0, above);
    const bottom = Math.min(down, Math.max(above + 1, Math.round((y + height) * ratio)));
    if (left >= right) return;
    const shade = this.#shadesOf(colour)[Math.round(strength * STEPS)] as number;
    const pixels = this.#pixels;
    for (let line = top * across; line < bottom * across; line += across) {
      if (right - left > 16) pixels.fill(shade, line + left, line + right);
      else for (let at = line + left; at < line + right; at += 1) pixels[at] = shade;
    }
  }

  glyph(glyph: Glyph, x: CssPixels, y: CssPixels, strength: number): void {
    const { width: across, height: down } = this.#image;
    const { solid, edge } = this.#sprites.of(glyph, strength);
    const left = Math.round(x * this.#ratio - 0.5);
    const top = Math.round(y * this.#ratio - 0.5);
    const reach = GLYPH_REACH * this.#ratio + 1;
    const isInside = left >= reach && left < across - reach && top >= reach && top < down - reach;
    this.#put(solid, left, top, isInside, true);
    this.#put(edge, left, top, isInside, false);
  }

  #put(
    { right, down: below, pixels: drawn }: SpritePixels,
    left: number,
    top: number,
    isInside: boolean,
    covers: boolean,
  ): void {
    const { width: across, height: down } = this.#image;
    const pixels = this.#pixels;
    for (let index = 0; index < drawn.length; index += 1) {
      const column = left + (right[index] as number);
      const line = top + (below[index] as number);
      if (!isInside && (column < 0 || column >= across || line < 0 || line >= down)) continue;
      const at = line * across + column;
      const pixel = drawn[index] as number;
      pixels[at] = covers ? pixel : over(pixel, (pixels[at] as number) || this.#surface);
    }
  }

  label(text: string, x: CssPixels, y: CssPixels, width: CssPixels, strength: number): void {
    this.#labels.push({ text, x, y, width, strength });
  }

  /** Puts the pixels on a canvas of their size, in the place of what was there, and writes the labels. */
  flush(context: DrawContext & Pick<CanvasRenderingContext2D, 'putImageData'>, font: string): void {
    context.putImageData(this.#image, 0, 0);
    for (const label of this.#labels) drawLabel(context, label, this.#colours, font);
  }

  #shadesOf(colour: ColourName): Uint32Array {
    const known = this.#shades.get(colour);
    if (known !== undefined) return known;
    const shades = Uint32Array.from({ length: STEPS + 1 }, (_, step) =>
      opaque(mixed(this.#colours, colour, step / STEPS)),
    );
    this.#shades.set(colour, shades);
    return shades;
  }
}

/** A pixel as it stands in memory: red, green, blue and alpha, on all machines that browsers run on. */
function opaque([red, green, blue]: readonly [number, number, number]): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** A pixel laid over an opaque one. */
function over(top: number, below: number): number {
  const part = (top >>> 24) / 255;
  const red = (top & 255) * part + (below & 255) * (1 - part);
  const green = ((top >>> 8) & 255) * part + ((below >>> 8) & 255) * (1 - part);
  const blue = ((top >>> 16) & 255) * part + ((below >>> 16) & 255) * (1 - part);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

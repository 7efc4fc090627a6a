import type { CssPixels } from '#base/units.ts';

import { mixed, type ColourName, type Colours } from './colours.ts';
import type { DrawContext } from './drawContext.ts';
import { GLYPH_REACH } from './glyphs.ts';
import { drawLabel, type Label } from './labels.ts';
import type { Glyph, Layer } from './layer.ts';
import { opaque, over, type SpritePixels, type Sprites } from './sprites.ts';

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
  #labels: Label[] = [];
  readonly #shades = new Map<ColourName, Uint32Array>();

  /** A clear layer over an image of `ratio` pixels a CSS pixel. */
  constructor(image: ImageData, ratio: number, colours: Colours, sprites: Sprites) {
    this.#image = image;
    this.#pixels = new Uint32Array(image.data.buffer);
    this.#ratio = ratio;
    this.#colours = colours;
    this.#sprites = sprites;
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

  /** Stamps pixels; those that do not cover what is below are laid over it. */
  #put(drawn: SpritePixels, left: number, top: number, isInside: boolean, covers: boolean): void {
    const { width: across, height: down } = this.#image;
    const { right, down: below, offset, pixels: own, onSurface } = drawn;
    const pixels = this.#pixels;
    const point = top * across + left;
    for (let index = 0; index < own.length; index += 1) {
      if (!isInside) {
        const column = left + (right[index] as number);
        const line = top + (below[index] as number);
        if (column < 0 || column >= across || line < 0 || line >= down) continue;
      }
      const at = point + (offset[index] as number);
      const before = covers ? 0 : (pixels[at] as number);
      if (covers) pixels[at] = own[index] as number;
      else
        pixels[at] =
          before === 0 ? (onSurface[index] as number) : over(own[index] as number, before);
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

import { mixed, rgbOf, type Colours } from './colours.ts';
import { drawGlyph, GLYPH_REACH, type GlyphContext } from './glyphs.ts';
import type { Glyph } from './layer.ts';
import { MARK_LOOKS } from './markLooks.ts';

/** Some pixels of a glyph: where each is from the glyph's point, and its colour with its alpha. */
export interface SpritePixels {
  readonly right: Int16Array;
  readonly down: Int16Array;
  /** How much further it is in the memory of the image that glyphs are stamped on. */
  readonly offset: Int32Array;
  readonly pixels: Uint32Array;
  /** The same laid over the surface: most stand on nothing else. */
  readonly onSurface: Uint32Array;
}

/** A glyph as pixels: those that cover what is below, and those of its edge. */
export interface Sprite {
  readonly solid: SpritePixels;
  readonly edge: SpritePixels;
}

/** Pixels of the edge with less alpha are left out, and those with more cover: nobody sees that. */
const LEAST = 32;
const MOST = 223;

/** A canvas to try out glyphs on. */
export type SpriteContext = GlyphContext &
  Pick<CanvasRenderingContext2D, 'setTransform' | 'clearRect' | 'getImageData'>;

/** Glyphs as pixels of a screen with `ratio` pixels a CSS pixel, each drawn once. */
export class Sprites {
  readonly #context: SpriteContext;
  readonly #ratio: number;
  readonly #across: number;
  readonly #colours: Colours;
  readonly #known = new Map<Glyph, Map<number, Sprite>>();

  /**
   * `context`: of a canvas that has {@link spriteSize} pixels in both directions; `across`: how many
   * pixels wide the image is that they are stamped on.
   */
  constructor(context: SpriteContext, ratio: number, across: number, colours: Colours) {
    this.#context = context;
    this.#ratio = ratio;
    this.#across = across;
    this.#colours = colours;
  }

  of(glyph: Glyph, strength: number): Sprite {
    let known = this.#known.get(glyph);
    if (known === undefined) this.#known.set(glyph, (known = new Map<number, Sprite>()));
    let sprite = known.get(strength);
    if (sprite === undefined) known.set(strength, (sprite = this.#draw(glyph, strength)));
    return sprite;
  }

  #draw(glyph: Glyph, strength: number): Sprite {
    const context = this.#context;
    const ratio = this.#ratio;
    const size = spriteSize(ratio);
    const middle = Math.floor(size / 2);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, size, size);
    context.setTransform(ratio, 0, 0, ratio, middle, middle);
    const [red, green, blue] = mixed(this.#colours, MARK_LOOKS[glyph].colour, strength);
    drawGlyph(context, glyph, 0, 0, `rgb(${red} ${green} ${blue})`, this.#colours.surface);
    const drawn = new Uint32Array(context.getImageData(0, 0, size, size).data.buffer);
    const surface = opaque(rgbOf(this.#colours.surface));
    const pixelsWith = (fits: (alpha: number) => boolean): SpritePixels => {
      const places = [...drawn.keys()].filter((at) => fits((drawn[at] ?? 0) >>> 24));
      const right = Int16Array.from(places, (at) => (at % size) - middle);
      const down = Int16Array.from(places, (at) => Math.floor(at / size) - middle);
      const pixels = Uint32Array.from(places, (at) => drawn[at] ?? 0);
      return {
        right,
        down,
        offset: Int32Array.from(right, (x, index) => x + (down[index] ?? 0) * this.#across),
        pixels,
        onSurface: pixels.map((pixel) => over(pixel, surface)),
      };
    };
    return {
      solid: pixelsWith((alpha) => alpha > MOST),
      edge: pixelsWith((alpha) => alpha >= LEAST && alpha <= MOST),
    };
  }
}

/** A pixel as it stands in memory: red, green, blue and alpha, on all machines that browsers run on. */
export function opaque([red, green, blue]: readonly [number, number, number]): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** A pixel laid over an opaque one. */
export function over(top: number, below: number): number {
  const part = (top >>> 24) / 255;
  const red = (top & 255) * part + (below & 255) * (1 - part);
  const green = ((top >>> 8) & 255) * part + ((below >>> 8) & 255) * (1 - part);
  const blue = ((top >>> 16) & 255) * part + ((below >>> 16) & 255) * (1 - part);
  return opaque([red, green, blue]);
}

/** How wide and high the canvas of sprites is. */
export function spriteSize(ratio: number): number {
  return 2 * Math.ceil(GLYPH_REACH * ratio) + 1;
}

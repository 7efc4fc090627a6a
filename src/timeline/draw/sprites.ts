import { mixed, type Colours } from './colours.ts';
import { drawGlyph, GLYPH_REACH, type GlyphContext } from './glyphs.ts';
import type { Glyph } from './layer.ts';
import { MARK_LOOKS } from './markLooks.ts';

/** Some pixels of a glyph: where each is from the glyph's point, and its colour with its alpha. */
export interface SpritePixels {
  readonly right: Int16Array;
  readonly down: Int16Array;
  readonly pixels: Uint32Array;
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
  readonly #colours: Colours;
  readonly #known = new Map<Glyph, Map<number, Sprite>>();

  /** `context`: of a canvas that has {@link spriteSize} pixels in both directions. */
  constructor(context: SpriteContext, ratio: number, colours: Colours) {
    this.#context = context;
    this.#ratio = ratio;
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
    const pixelsWith = (fits: (alpha: number) => boolean): SpritePixels => {
      const places = [...drawn.keys()].filter((at) => fits((drawn[at] ?? 0) >>> 24));
      return {
        right: Int16Array.from(places, (at) => (at % size) - middle),
        down: Int16Array.from(places, (at) => Math.floor(at / size) - middle),
        pixels: Uint32Array.from(places, (at) => drawn[at] ?? 0),
      };
    };
    return {
      solid: pixelsWith((alpha) => alpha > MOST),
      edge: pixelsWith((alpha) => alpha >= LEAST && alpha <= MOST),
    };
  }
}

/** How wide and high the canvas of sprites is. */
export function spriteSize(ratio: number): number {
  return 2 * Math.ceil(GLYPH_REACH * ratio) + 1;
}

import type { CssPixels } from '#base/units.ts';

/**
 * Joins columns of a pixel that stand beside each other and have the same step into one rectangle: a
 * wide one costs little more than a narrow one.
 */
export class Stretches {
  readonly #draw: (x: CssPixels, width: CssPixels, step: number) => void;
  #from: CssPixels = 0;
  #to: CssPixels = 0;
  #step = 0;

  constructor(draw: (x: CssPixels, width: CssPixels, step: number) => void) {
    this.#draw = draw;
  }

  /** Adds the column of the pixel at `x`, right of those before. */
  add(x: CssPixels, step: number): void {
    if (x === this.#to && step === this.#step && this.#to > this.#from) {
      this.#to = x + 1;
      return;
    }
    this.end();
    this.#from = x;
    this.#to = x + 1;
    this.#step = step;
  }

  /** No more columns come. */
  end(): void {
    if (this.#to > this.#from) this.#draw(this.#from, this.#to - this.#from, this.#step);
    this.#from = this.#to;
  }
}

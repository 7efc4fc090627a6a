import type { Layer } from './layer.ts';

/** A layer on which everything is fainter, and nothing is written. */
export function fadedLayer(layer: Layer, by: number): Layer {
  return {
    fill(x, y, width, height, colour, strength) {
      layer.fill(x, y, width, height, colour, strength * by);
    },
    glyph(glyph, x, y, strength) {
      layer.glyph(glyph, x, y, strength * by);
    },
    label() {},
  };
}

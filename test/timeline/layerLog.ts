import type { Layer } from '#timeline/draw/layer.ts';

/** A layer that shows nothing, with what it was told to draw: `fill blocking 0.4 10,20 5x2`, `tick 1 10,20`. */
export interface LayerLog {
  readonly layer: Layer;
  readonly log: readonly string[];
}

/** A layer for a test. Coordinates are rounded to a tenth of a pixel. */
export function layerLog(): LayerLog {
  const log: string[] = [];
  return {
    log,
    layer: {
      fill(x, y, width, height, colour, strength) {
        log.push(
          `fill ${colour} ${short(strength)} ${short(x)},${short(y)} ${short(width)}x${short(height)}`,
        );
      },
      glyph(glyph, x, y, strength) {
        log.push(`${glyph} ${short(strength)} ${short(x)},${short(y)}`);
      },
      label(text, x, y, width, strength) {
        log.push(`"${text}" ${short(strength)} ${short(x)},${short(y)} ${short(width)}`);
      },
    },
  };
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

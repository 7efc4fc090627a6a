import type { CssPixels } from '#base/units.ts';
import type { BreakpointHits } from '#trace/breakpointHits.ts';
import type { TimeScale } from '#timeline/time/timeScale.ts';

import { readColours, watchTheme, type Colours } from './colours.ts';
import { drawHits } from './drawHits.ts';
import { drawLanes } from './drawLanes.ts';
import { drawRuler, RULER_HEIGHT } from './drawRuler.ts';
import type { Picture, PlayheadPlace } from './picture.ts';

/** A picture but for what the painter finds out by itself at each frame. */
export type Scene = Omit<Picture, 'colours' | 'scrollTop' | 'playhead'> & {
  /** What hits breakpoints: it is marked on the ruler. */
  readonly hits?: BreakpointHits;
};

/** Where a painter paints and what it looks up for each frame. */
export interface PainterPlaces {
  readonly ruler: HTMLCanvasElement;
  readonly lanes: HTMLCanvasElement;
  scrollTop(): CssPixels;
  playhead(): PlayheadPlace;
}

/** Paints the timeline, once a frame at most. */
export interface Painter {
  /** Paints this from the next frame on. */
  show(scene: Scene): void;
  /** Something that the painter looks up has changed: paint again. */
  readonly request: () => void;
  dispose(): void;
}

/** A painter that shows nothing yet. It follows the theme and the screen's resolution. */
export function createPainter(places: PainterPlaces): Painter {
  let scene: Scene | null = null;
  let colours: Colours | null = null;
  let frame: number | null = null;

  const paint = (): void => {
    frame = null;
    if (scene === null || scene.scale.width <= 0) return;
    colours ??= readColours(places.lanes.parentElement ?? places.lanes);
    const { scale, height, horizon, calendar = null } = scene;
    const ruler = prepare(places.ruler, scale, RULER_HEIGHT);
    const font = getComputedStyle(places.ruler).fontFamily;
    if (ruler !== null) {
      drawRuler(ruler, { scale, horizon, colours, font, calendar });
      if (scene.hits !== undefined) drawHits(ruler, scale, colours, scene.hits);
    }
    const lanes = prepare(places.lanes, scale, height);
    if (lanes === null) return;
    const scrollTop = places.scrollTop();
    drawLanes(lanes, { ...scene, colours, scrollTop, playhead: places.playhead() });
  };
  const request = (): void => {
    frame ??= requestAnimationFrame(paint);
  };
  const stopWatching = watchTheme(() => {
    colours = null;
    request();
  });
  // Also told when the page is zoomed or moved to a screen of another resolution.
  window.addEventListener('resize', request);

  return {
    show(next) {
      scene = next;
      request();
    },
    request,
    dispose() {
      stopWatching();
      window.removeEventListener('resize', request);
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}

/** Clears a canvas, with as many pixels as the screen has there, and scales it to CSS pixels. */
function prepare(
  canvas: HTMLCanvasElement,
  { width }: TimeScale,
  height: CssPixels,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const ratio = window.devicePixelRatio;
  const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
  if (canvas.width !== size.width) canvas.width = size.width;
  if (canvas.height !== size.height) canvas.height = size.height;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

import type { CssPixels } from '#base/units.ts';
import type { BreakpointHits } from '#trace/breakpointHits.ts';
import { frameOf } from '#timeline/shapes/frame.ts';
import type { TimeScale } from '#timeline/time/timeScale.ts';

import { readColours, watchTheme, type Colours } from './colours.ts';
import { drawHits } from './drawHits.ts';
import { drawLanes, drawOverLanes } from './drawLanes.ts';
import { drawRuler, RULER_HEIGHT } from './drawRuler.ts';
import type { Picture, PlayheadPlace } from './picture.ts';
import { PixelLayer } from './pixelLayer.ts';
import { Sprites, spriteSize } from './sprites.ts';

/** A picture but for what the painter finds out by itself at each frame. */
export type Scene = Omit<Picture, 'colours' | 'frame' | 'scrollTop' | 'playhead'> & {
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
  let surface: Surface | null = null;
  let font = 'sans-serif';
  let frame: number | null = null;

  const paint = (): void => {
    frame = null;
    if (scene === null || scene.scale.width <= 0) return;
    if (colours === null) {
      colours = readColours(places.lanes.parentElement ?? places.lanes);
      font = getComputedStyle(places.ruler).fontFamily;
      surface = null;
    }
    const { scale, height, horizon, knownUntil, calendar = null } = scene;
    const ruler = prepare(places.ruler, scale, RULER_HEIGHT);
    if (ruler !== null) {
      drawRuler(ruler, { scale, horizon, colours, font, calendar });
      if (scene.hits !== undefined) drawHits(ruler, scale, colours, scene.hits);
    }
    const lanes = prepare(places.lanes, scale, height);
    if (lanes === null) return;
    surface = surfaceFor(places.lanes, surface, colours);
    if (surface === null) return;
    const playhead = places.playhead();
    const picture: Picture = {
      ...scene,
      colours,
      playhead,
      frame: frameOf(scale, playhead.count, knownUntil),
      scrollTop: places.scrollTop(),
    };
    surface.layer.clear();
    drawLanes(surface.layer, picture);
    surface.layer.flush(lanes, font);
    drawOverLanes(lanes, picture);
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

/** The pixels of the lanes, for a canvas of a size and in the colours of a theme. */
interface Surface {
  readonly layer: PixelLayer;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

function surfaceFor(
  { width, height }: HTMLCanvasElement,
  before: Surface | null,
  colours: Colours,
): Surface | null {
  const ratio = window.devicePixelRatio;
  const isSame = before?.width === width && before.height === height && before.ratio === ratio;
  if (isSame || width === 0 || height === 0) return before;
  const size = spriteSize(ratio);
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  const sprites = new Sprites(context, ratio, width, colours);
  const layer = new PixelLayer(new ImageData(width, height), ratio, colours, sprites);
  return { layer, width, height, ratio };
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

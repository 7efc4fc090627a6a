import type { CssPixels } from '#base/units.ts';

/** What a turn of the wheel does. */
export type WheelMove =
  | { readonly does: 'zoom'; readonly factor: number }
  | { readonly does: 'pan'; readonly by: CssPixels };

/** The parts of a wheel event that decide. */
export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0: pixels, 1: lines, 2: pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

const LINE: CssPixels = 16;
const PAGE: CssPixels = 400;

/** A notch of a usual wheel (100 pixels) shows 1.2 times as much. */
const ZOOM_PER_PIXEL = Math.log(1.2) / 100;

/** A pinch on a touch pad comes as a wheel with Ctrl, in small turns. */
const PINCH_PER_PIXEL = 0.01;

/** A wheel may report a jump: one turn never zooms further than this. */
const MOST = 2;

/** Zoom for a turn, pan for a turn to the side or with Shift. */
export function wheelMove({ deltaX, deltaY, deltaMode, ctrlKey, shiftKey }: WheelTurn): WheelMove {
  const unit = deltaMode === 1 ? LINE : deltaMode === 2 ? PAGE : 1;
  if (!ctrlKey) {
    if (shiftKey) return { does: 'pan', by: (deltaX === 0 ? deltaY : deltaX) * unit };
    if (Math.abs(deltaX) > Math.abs(deltaY)) return { does: 'pan', by: deltaX * unit };
  }
  const isPinch = ctrlKey && deltaMode === 0 && Math.abs(deltaY) < 50;
  const factor = Math.exp(deltaY * unit * (isPinch ? PINCH_PER_PIXEL : ZOOM_PER_PIXEL));
  return { does: 'zoom', factor: Math.min(Math.max(1 / MOST, factor), MOST) };
}

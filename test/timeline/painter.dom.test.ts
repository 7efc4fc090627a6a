import { afterEach, expect, test, vi } from 'vitest';

import { createPainter, type Painter, type Scene } from '#timeline/draw/painter.ts';
import { laneGeometry } from '#timeline/layout/laneGeometry.ts';
import { createTimelineLayout } from '#timeline/layout/timelineLayout.ts';
import { timeScale } from '#timeline/time/timeScale.ts';
import { EMPTY_HEADER } from '#trace/traceHeader.ts';
import { createTrace } from '#trace/traceTable.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  delete document.documentElement.dataset['theme'];
});

function scene(): Scene {
  const layout = createTimelineLayout(createTrace(EMPTY_HEADER));
  return {
    layout,
    geometry: laneGeometry(layout.lanes),
    scale: timeScale({ start: 0, end: 10 }, 300),
    height: 100,
    knownUntil: 10,
    horizon: null,
    selectedLanes: new Set(),
    selectedEvent: null,
  };
}

/** A painter on a screen of two pixels a CSS pixel, whose frames come when they are called. */
function painting(): {
  readonly painter: Painter;
  readonly lanes: HTMLCanvasElement;
  readonly frames: FrameRequestCallback[];
} {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames.pop();
  });
  vi.stubGlobal('devicePixelRatio', 2);
  const [ruler, lanes] = [document.createElement('canvas'), document.createElement('canvas')];
  document.body.append(ruler, lanes);
  const painter = createPainter({
    ruler,
    lanes,
    scrollTop: () => 0,
    playhead: () => ({ time: 0, count: 0 }),
  });
  return { painter, lanes, frames };
}

test('whatever asks for it is painted in one frame, with all pixels that the screen has', () => {
  const { painter, lanes, frames } = painting();
  painter.show(scene());
  painter.request();
  painter.request();
  expect(frames).toHaveLength(1);
  frames.shift()?.(0);
  expect([lanes.width, lanes.height]).toEqual([600, 200]);
  painter.request();
  expect(frames).toHaveLength(1);
  painter.dispose();
  expect(frames).toHaveLength(0);
});

test('another theme is painted at once', async () => {
  const { painter, frames } = painting();
  document.documentElement.dataset['theme'] = 'dark';
  await vi.waitFor(() => {
    expect(frames).toHaveLength(1);
  });
  painter.dispose();
});

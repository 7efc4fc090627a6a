import { describe, expect, test } from 'vitest';

import { drawGhosts } from '#timeline/draw/drawGhosts.ts';
import { drawHorizon } from '#timeline/draw/drawHorizon.ts';
import { drawGlyph } from '#timeline/draw/glyphs.ts';
import { drawLanes, drawOverLanes } from '#timeline/draw/drawLanes.ts';
import { drawMarks } from '#timeline/draw/drawMarks.ts';
import { drawRuler } from '#timeline/draw/drawRuler.ts';
import { drawSpans } from '#timeline/draw/drawSpans.ts';
import { drawTails } from '#timeline/draw/drawTails.ts';
import type { Layer } from '#timeline/draw/layer.ts';
import { MARK_LOOKS } from '#timeline/draw/markLooks.ts';
import type { Picture } from '#timeline/draw/picture.ts';
import { newRow, addMark, addTail, spansOf, type LaneRow } from '#timeline/layout/lane.ts';
import { addSpan, openSpan } from '#timeline/layout/spanSeries.ts';
import { rowShapes, type RowShapes } from '#timeline/shapes/rowShapes.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { schedule } from '../support/schedules.ts';
import { contextLog } from './contextLog.ts';
import { layerLog } from './layerLog.ts';
import { COLOUR_NAMES, pictureOf } from './picture.ts';

const GLYPHS = Object.keys(MARK_LOOKS) as readonly (keyof typeof MARK_LOOKS)[];

const NOTHING = schedule({ horizon: 100, nodes: [] });

type Draw = (layer: Layer, row: LaneRow, shapes: RowShapes, y: number, picture: Picture) => void;

/** What is drawn of a row round height 20, ten pixels a second, after `count` events at 50 s. */
function drawn(draw: Draw, fill: (row: LaneRow) => void, count = 1000): readonly string[] {
  const row = newRow();
  fill(row);
  const { layer, log } = layerLog();
  const playhead = { time: 50, count };
  const picture = pictureOf(NOTHING, 100, { playhead, knownUntil: 100 });
  draw(layer, row, rowShapes(row, picture.frame), 20, picture);
  return log;
}

describe('spans', () => {
  test('a blocking span is solid, up to a hair before its end', () => {
    const log = drawn(drawSpans, (row) => addSpan(spansOf(row, 'blocking'), 10, 12, 1));
    expect(log).toEqual(['fill blocking 1 101,14 17x12', 'fill blocking 1 100,15 19x10']);
  });

  test('a waiting span that the playhead is in is full before it and faint after it', () => {
    const log = drawn(drawSpans, (row) => openSpan(spansOf(row, 'waiting'), 40, 0, 1));
    expect(log.filter((line) => line.startsWith('fill waitingSoft'))).toEqual([
      'fill waitingSoft 0.4 501,15 497x10',
      'fill waitingSoft 1 401,15 98x10',
    ]);
  });

  test('a paused span has a bar at its begin, so it is told without colour', () => {
    const log = drawn(drawSpans, (row) => addSpan(spansOf(row, 'paused'), 10, 20, 0));
    expect(log.at(-1)).toBe('fill paused 1 100,15 3x10');
  });

  test('what has not happened yet is faint, also at the time of the playhead', () => {
    const log = drawn(drawSpans, (row) => addSpan(spansOf(row, 'blocking'), 50, 50, 7), 7);
    expect(log).toEqual(['fill blocking 0.4 500,14 2x12']);
  });

  test('many spans in a pixel are as strong as the share of time that they take', () => {
    const log = drawn(drawSpans, (row) => {
      for (let index = 0; index < 1000; index += 1) {
        const start = 10 + index / 100;
        addSpan(spansOf(row, 'blocking'), start, start + (index < 500 ? 0.01 : 0.0025), index);
      }
    });
    const [full, quarter] = log.filter((line) => !line.endsWith(' 1x12'));
    expect([full, quarter]).toEqual([
      'fill blocking 1 100,14 50x12',
      'fill blocking 0.51 150,14 50x12',
    ]);
  });
});

describe('marks', () => {
  test('a tick is a diamond, a result a circle, a failure a triangle on top of them', () => {
    const log = drawn(drawMarks, (row) => {
      addMark(row, 'failure', 10, 3);
      addMark(row, 'fired', 10, 2);
      addMark(row, 'tick', 10, 1);
    });
    expect(log).toEqual(['tick 1 100,20', 'fired 1 100,20', 'failure 1 100,20']);
  });

  test('of a thousand failures among a hundred thousand ticks none is hidden', () => {
    const log = drawn(
      drawMarks,
      (row) => {
        for (let index = 0; index < 100_000; index += 1) addMark(row, 'tick', index / 2000, index);
        for (let index = 0; index < 1000; index += 1) addMark(row, 'failure', index / 20, index);
      },
      1e6,
    );
    expect(log).toEqual([
      'fill result 1 0,16 500x8',
      'tick 1 499.99,20',
      'tick 1 0,20',
      'fill failure 1 0,14 500x12',
      'failure 1 499.5,20',
      'failure 1 0,20',
    ]);
  });

  test('a band is the higher the more marks there are in a pixel', () => {
    const log = drawn(
      drawMarks,
      (row) => {
        for (let index = 0; index < 100; index += 1) addMark(row, 'tick', 10 + index / 10, index);
        for (let index = 0; index < 1000; index += 1)
          addMark(row, 'tick', 20 + index / 100, 100 + index);
      },
      1e6,
    );
    const heights = log
      .filter((line) => line.startsWith('fill'))
      .map((line) => line.split('x').at(-1));
    expect([heights[0], Number(heights.at(-1)) > Number(heights[0])]).toEqual(['4.16', true]);
  });

  test('marks after the playhead are faint', () => {
    const log = drawn(drawMarks, (row) => addMark(row, 'fired', 60, 8), 8);
    expect(log).toEqual(['fired 0.4 600,20']);
  });
});

test('every mark has a form of its own, and an unhandled failure an exclamation mark', () => {
  const forms = GLYPHS.map((glyph) => {
    const { context, log } = contextLog();
    drawGlyph(context, glyph, 100, 20, 'ink', 'paper');
    return log.join(', ');
  });
  expect(new Set(forms).size).toBe(GLYPHS.length);
  expect(forms[GLYPHS.indexOf('unhandled')]).toContain('fillRect 99.1 15.5 1.8 6 paper 1');
});

describe('ghosts and tails', () => {
  test('missed ticks are hollow diamonds below the row', () => {
    const log = drawn(
      (layer, _row, shapes, y) => drawGhosts(layer, shapes, y),
      (row) => row.ghosts.push({ first: 10, interval: 2, count: 2, event: 1 }),
    );
    expect(log).toEqual(['ghost 0.85 100,29', 'ghost 0.85 120,29']);
  });

  test('ten million missed ticks are a band over what is in view', () => {
    const log = drawn(
      (layer, _row, shapes, y) => drawGhosts(layer, shapes, y),
      (row) => row.ghosts.push({ first: 10, interval: 1e-3, count: 1e7, event: 1 }),
    );
    expect(log).toEqual(['fill paused 0.85 97.5,26.5 915x5', 'fill surface 1 98.5,27.5 913x3']);
  });

  test('lateness is a tail from when the call was due to when it ran', () => {
    const log = drawn(
      (layer, _row, shapes, y) => drawTails(layer, shapes, y),
      (row) => addTail(row, 10, 12, 1),
    );
    expect(log).toEqual(['fill paused 1 100,20 1.5x6', 'fill paused 1 100,24 20x2']);
  });

  test('of tails that end on one pixel the longest is seen', () => {
    const log = drawn(
      (layer, _row, shapes, y) => drawTails(layer, shapes, y),
      (row) => {
        addTail(row, 11.99, 12, 1);
        addTail(row, 10, 12.01, 2);
        addTail(row, 12, 12.02, 3);
      },
    );
    expect(log.at(-1)).toBe('fill paused 1 100,24 20.2x2');
  });
});

test('only the lanes in view are drawn, on a grid, with the selected lane and event marked', () => {
  const document = schedule({
    horizon: 20,
    functions: { f: [] },
    nodes: Array.from({ length: 1000 }, (_, index) => ({
      kind: 'callLater',
      id: `node_${index}`,
      delay: 5,
      call: 'f',
    })),
  });
  const picture = pictureOf(document, 20, {
    scrollTop: 320,
    height: 64,
    selectedLanes: new Set([11]),
  });
  const { layer, log } = layerLog();
  const over = contextLog();
  const event = picture.layout.lanes[10]?.events[0] ?? null;
  drawLanes(layer, picture);
  drawOverLanes(over.context, { ...picture, selectedEvent: event });
  const edges = log.filter((line) => line.startsWith('fill waitingEdge'));
  expect({ background: log.slice(0, 7), bars: edges.length / 2, ring: over.log.slice(-2) }).toEqual(
    {
      background: [
        'fill timeSoft 1 0,32 200x32',
        'fill sunken 1 50,0 150x64',
        'fill line 1 0,0 1x64',
        'fill line 1 100,0 1x64',
        'fill line 1 200,0 1x64',
        'fill line 1 0,31 200x1',
        'fill line 1 0,63 200x1',
      ],
      bars: 2,
      ring: ['arc 0 16 10 0 6.3', 'stroke time 2 1'],
    },
  );
});

test('a ruler has a label right of each tick', () => {
  const { context, log } = contextLog();
  const scale = timeScale({ start: 0, end: 12 }, 200);
  drawRuler(context, { scale, horizon: null, colours: COLOUR_NAMES, font: 'sans-serif' });
  expect(log.filter((line) => line.startsWith('fillText'))).toEqual([
    'fillText "0 s" 5 15 textFaint',
    'fillText "5 s" 88 15 textFaint',
    'fillText "10 s" 172 15 textFaint',
  ]);
});

test('the horizon that a run has gone beyond is a dashed line with its name', () => {
  const scale = timeScale({ start: 0, end: 100 }, 1000);
  const { context, log } = contextLog();
  drawHorizon(context, 60, { scale, colours: COLOUR_NAMES }, 20, 'sans-serif');
  drawHorizon(context, null, { scale, colours: COLOUR_NAMES }, 20, 'sans-serif');
  drawHorizon(context, 101, { scale, colours: COLOUR_NAMES }, 20, 'sans-serif');
  expect(log).toEqual([
    'fillRect 600 0 1 4 textFaint 1',
    'fillRect 600 8 1 4 textFaint 1',
    'fillRect 600 16 1 4 textFaint 1',
    'fillText "horizon" 604 1 textFaint',
  ]);
});

test('a wide span that waits says on what', () => {
  const document = schedule({
    horizon: 20,
    functions: {
      fetch: [{ do: 'returnDeferred', node: 'answer', start: true }],
    },
    nodes: [
      { kind: 'loopingCall', id: 'poll', interval: 1, call: 'fetch' },
      { kind: 'deferLater', id: 'answer', starts: 'never', delay: 8 },
    ],
  });
  const { layer, log } = layerLog();
  drawLanes(layer, pictureOf(document, 20));
  expect(log.filter((line) => line.startsWith('"'))).toEqual([
    '"on answer" 1 6,48 71',
    '"on answer #2" 1 96,48 71',
  ]);
});

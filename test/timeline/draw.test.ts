import { describe, expect, test } from 'vitest';

import { drawGhosts } from '#timeline/draw/drawGhosts.ts';
import { drawHorizon } from '#timeline/draw/drawHorizon.ts';
import { drawLanes } from '#timeline/draw/drawLanes.ts';
import { drawMarks } from '#timeline/draw/drawMarks.ts';
import { drawRuler } from '#timeline/draw/drawRuler.ts';
import { drawSpans } from '#timeline/draw/drawSpans.ts';
import { drawTails } from '#timeline/draw/drawTails.ts';
import type { Picture } from '#timeline/draw/picture.ts';
import { newRow, addMark, addTail, spansOf, type LaneRow } from '#timeline/layout/lane.ts';
import { addSpan, openSpan } from '#timeline/layout/spanSeries.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { schedule } from '../support/schedules.ts';
import { contextLog } from './contextLog.ts';
import { COLOUR_NAMES, pictureOf } from './picture.ts';

const NOTHING = schedule({ horizon: 100, nodes: [] });

type Draw = (context: CanvasRenderingContext2D, row: LaneRow, y: number, picture: Picture) => void;

/** What is drawn of a row round height 20, ten pixels a second, after `count` events at 50 s. */
function drawn(draw: Draw, fill: (row: LaneRow) => void, count = 1000): readonly string[] {
  const row = newRow();
  fill(row);
  const { context, log } = contextLog();
  const playhead = { time: 50, count };
  draw(context, row, 20, pictureOf(NOTHING, 100, { playhead, knownUntil: 100 }));
  return log;
}

describe('spans', () => {
  test('a blocking span is solid, up to a hair before its end', () => {
    const log = drawn(drawSpans, (row) => addSpan(spansOf(row, 'blocking'), 10, 12, 1));
    expect(log).toEqual(['beginPath', 'roundRect 100 14 19 12 2', 'fill blocking 1']);
  });

  test('a waiting span that the playhead is in is full before it and faint after it', () => {
    const log = drawn(drawSpans, (row) => openSpan(spansOf(row, 'waiting'), 40, 1));
    expect(log).toEqual([
      'beginPath',
      'roundRect 500 15 499 10 2',
      'fill waitingSoft 0.4',
      'beginPath',
      'roundRect 500.5 15.5 498 9 2',
      'stroke waitingEdge 1 0.4',
      'beginPath',
      'roundRect 400 15 100 10 2',
      'fill waitingSoft 1',
      'beginPath',
      'roundRect 400.5 15.5 99 9 2',
      'stroke waitingEdge 1 1',
    ]);
  });

  test('a paused span has a bar at its begin, so it is told without colour', () => {
    const log = drawn(drawSpans, (row) => addSpan(spansOf(row, 'paused'), 10, 20, 1));
    expect(log.slice(-3)).toEqual(['beginPath', 'rect 100 15 3 10', 'fill paused 1']);
  });

  test('what has not happened yet is faint, also at the time of the playhead', () => {
    const log = drawn(drawSpans, (row) => addSpan(spansOf(row, 'blocking'), 50, 50, 7), 7);
    expect(log).toEqual(['beginPath', 'rect 500 14 2 12', 'fill blocking 0.4']);
  });
});

describe('marks', () => {
  test('a tick is a diamond, a result a circle, a failure a triangle on top of them', () => {
    const log = drawn(drawMarks, (row) => {
      addMark(row, 'failure', 10, 3);
      addMark(row, 'fired', 10, 2);
      addMark(row, 'tick', 10, 1);
    });
    expect(log.filter((line) => !/^(beginPath|stroke|closePath)/.test(line)).join(', ')).toBe(
      [
        'moveTo 100 14, lineTo 106 20, lineTo 100 26, lineTo 94 20, fill result 1',
        'moveTo 104.8 20, arc 100 20 4.8 0 6.3, fill result 1',
        'moveTo 100 13, lineTo 106.5 25, lineTo 93.5 25, fill failure 1',
      ].join(', '),
    );
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
    const bands = log.filter((line) => /^(rect|fill) /.test(line));
    expect(bands).toEqual([
      'rect 0 16 500 8',
      'fill result 1',
      'rect 0 14 499.5 12',
      'fill failure 1',
    ]);
  });

  test('marks after the playhead are faint, and nothing shines through them', () => {
    const log = drawn(drawMarks, (row) => addMark(row, 'fired', 60, 8), 8);
    expect(log).toEqual([
      'beginPath',
      'moveTo 604.8 20',
      'arc 600 20 4.8 0 6.3',
      'stroke surface 2 1',
      'fill surface 1',
      'fill result 0.4',
    ]);
  });

  test('an unhandled failure carries an exclamation mark', () => {
    const log = drawn(drawMarks, (row) => addMark(row, 'unhandled', 10, 1));
    expect(log.slice(-2)).toEqual([
      'fillRect 99.1 15.5 1.8 6 surface 1',
      'fillRect 99.1 22.8 1.8 1.8 surface 1',
    ]);
  });
});

describe('ghosts and tails', () => {
  test('missed ticks are hollow diamonds below the row', () => {
    const log = drawn(drawGhosts, (row) =>
      row.ghosts.push({ first: 10, interval: 2, count: 2, event: 1 }),
    );
    expect(log.filter((line) => /^(moveTo|stroke)/.test(line))).toEqual([
      'stroke paused 1.25 0.4',
      'moveTo 100 25.5',
      'moveTo 120 25.5',
      'stroke paused 1.25 0.8',
    ]);
  });

  test('ten million missed ticks are a band over what is in view', () => {
    const log = drawn(drawGhosts, (row) =>
      row.ghosts.push({ first: 10, interval: 1e-3, count: 1e7, event: 1 }),
    );
    expect(log.filter((line) => /^(moveTo|rect)/.test(line))).toEqual(['rect 98 27 904 4']);
  });

  test('lateness is a tail from when the call was due to when it ran', () => {
    const log = drawn(drawTails, (row) => addTail(row, 10, 12, 1));
    expect(log.slice(-3)).toEqual(['rect 100 24 20 2', 'rect 100 20 1.5 6', 'fill paused 1']);
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
  const { context, log } = contextLog();
  const event = picture.layout.lanes[10]?.events[0] ?? null;
  drawLanes(context, { ...picture, selectedEvent: event });
  expect({
    background: log.filter((line) => line.startsWith('fillRect')),
    bars: log.filter((line) => line.startsWith('roundRect')).length / 2,
    ring: log.slice(-2),
  }).toEqual({
    background: [
      'fillRect 0 32 200 32 timeSoft 1',
      'fillRect 50 0 150 64 sunken 1',
      'fillRect 0 0 1 64 line 1',
      'fillRect 100 0 1 64 line 1',
      'fillRect 200 0 1 64 line 1',
      'fillRect 0 31 200 1 line 1',
      'fillRect 0 63 200 1 line 1',
    ],
    bars: 2,
    ring: ['arc 0 16 10 0 6.3', 'stroke time 2 1'],
  });
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

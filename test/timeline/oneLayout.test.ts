import fc from 'fast-check';
import { expect, test } from 'vitest';

import { drawGhosts } from '#timeline/draw/drawGhosts.ts';
import { drawMarks } from '#timeline/draw/drawMarks.ts';
import { drawSpans } from '#timeline/draw/drawSpans.ts';
import { drawTails } from '#timeline/draw/drawTails.ts';
import type { Layer } from '#timeline/draw/layer.ts';
import {
  addMark,
  addTail,
  MARK_KINDS,
  newLane,
  SPAN_KINDS,
  spansOf,
  type Lane,
} from '#timeline/layout/lane.ts';
import { laneGeometry, rowMiddle } from '#timeline/layout/laneGeometry.ts';
import { addSpan } from '#timeline/layout/spanSeries.ts';
import { frameOf } from '#timeline/shapes/frame.ts';
import { hitTest } from '#timeline/shapes/hitTest.ts';
import { rowShapes } from '#timeline/shapes/rowShapes.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { schedule } from '../support/schedules.ts';
import { pictureOf } from './picture.ts';
import { rowsOf } from './rowsOf.ts';

const WIDTH = 300;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is drawn of a lane of one row, as boxes: those of glyphs are small ones round their points. */
function drawnBoxes(lane: Lane, end: number, count: number): readonly Box[] {
  const boxes: Box[] = [];
  const layer: Layer = {
    fill: (x, y, width, height) => boxes.push({ x, y, width, height }),
    label() {},
    glyph: (_, x, y) => boxes.push({ x: x - 2, y: y - 2, width: 4, height: 4 }),
  };
  const scale = timeScale({ start: 0, end }, WIDTH);
  const base = pictureOf(schedule({ nodes: [] }), 1);
  const playhead = { time: end / 2, count };
  const frame = frameOf(scale, count, end);
  const picture = { ...base, scale, frame, playhead, knownUntil: end };
  for (const row of lane.rows) {
    const shapes = rowShapes(row, frame);
    const y = rowMiddle(0);
    drawSpans(layer, row, shapes, y, picture);
    drawTails(layer, shapes, y);
    drawGhosts(layer, shapes, y);
    drawMarks(layer, row, shapes, y, picture);
  }
  return boxes;
}

const moment = fc.double({ min: 0, max: 1, noNaN: true });

/** A lane of one row with something of everything, in the order of time. */
const lanes = fc
  .record({
    moments: fc.array(fc.tuple(moment, fc.nat(MARK_KINDS.length - 1)), { maxLength: 60 }),
    spans: fc.array(fc.tuple(moment, moment, fc.nat(SPAN_KINDS.length - 1)), { maxLength: 30 }),
    tails: fc.array(fc.tuple(moment, moment), { maxLength: 20 }),
    ghosts: fc.array(fc.tuple(moment, fc.nat(9), moment), { maxLength: 8 }),
  })
  .map(({ moments, spans, tails, ghosts }) => {
    const lane = newLane(0);
    const [row] = lane.rows;
    if (row === undefined) throw new Error('A lane has a row.');
    let event = 0;
    for (const [time, kind] of moments.toSorted(([a], [b]) => a - b)) {
      addMark(row, MARK_KINDS[kind] ?? 'tick', time, (event += 1));
    }
    const ends = SPAN_KINDS.map(() => 0);
    for (const [pause, lasts, kind] of spans) {
      const start = (ends[kind] ?? 0) + pause / 10;
      ends[kind] = start + lasts / 10;
      if (start < 1)
        addSpan(
          spansOf(row, SPAN_KINDS[kind] ?? 'waiting'),
          start,
          start + lasts / 10,
          (event += 1),
        );
    }
    for (const [time, late] of tails.toSorted(([a], [b]) => a - b)) {
      addTail(row, time - late / 5, time, (event += 1));
    }
    // As of several instances: they overlap.
    for (const [first, count, interval] of ghosts) {
      row.ghosts.push({
        first,
        interval: 0.001 + interval / 20,
        count: count + 1,
        event: (event += 1),
      });
    }
    return { lane, events: event };
  });

test('whatever is drawn is hit, and where nothing is hit nothing is drawn', () => {
  fc.assert(
    fc.property(lanes, fc.nat(100), ({ lane, events }, share) => {
      const count = Math.round((events * share) / 100);
      const boxes = drawnBoxes(lane, 1, count);
      const frame = frameOf(timeScale({ start: 0, end: 1 }, WIDTH), count, 1);
      const geometry = laneGeometry([lane]);
      const hit = (x: number, y: number): boolean =>
        hitTest(rowsOf([lane]), geometry, frame, x, y) !== null;

      for (const { x, y, width, height } of boxes) {
        const [middleX, middleY] = [x + width / 2, y + height / 2];
        const isInView = middleX >= 0 && middleX <= WIDTH;
        expect(!isInView || hit(middleX, middleY), `${middleX} ${middleY}`).toBe(true);
      }
      const reach = 10;
      for (let x = 0; x < WIDTH; x += 3) {
        const isNear = boxes.some((box) => x >= box.x - reach && x <= box.x + box.width + reach);
        if (!isNear) expect(hit(x, rowMiddle(0)), `nothing at ${x}`).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

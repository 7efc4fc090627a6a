import { describe, expect, test } from 'vitest';

import { frameOf } from '#timeline/shapes/frame.ts';
import { hitTest, type Hit } from '#timeline/shapes/hitTest.ts';
import { laneGeometry } from '#timeline/layout/laneGeometry.ts';
import { addMark, addTail, newLane, newRow, spansOf, type Lane } from '#timeline/layout/lane.ts';
import { addSpan, openSpan } from '#timeline/layout/spanSeries.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { rowsOf } from './rowsOf.ts';

const SCALE = timeScale({ start: 0, end: 100 }, 1000);

/** The middles of the first and the second row of the second lane. */
const FIRST_ROW = 48;
const SECOND_ROW = 68;

/** Where the hops and the missed ticks of the first row are. */
const BELOW = FIRST_ROW + 8;

function lanes(): readonly Lane[] {
  const lane = newLane(0);
  const [row] = lane.rows;
  if (row === undefined) throw new Error('A lane has a row.');
  const below = newRow();
  lane.rows.push(below);
  addSpan(spansOf(row, 'waiting'), 10, 20, 1);
  addMark(row, 'fired', 20, 2);
  addMark(row, 'callback', 20, 3);
  addMark(row, 'failure', 20, 4);
  addSpan(spansOf(row, 'blocking'), 20, 20.05, 5);
  addMark(row, 'tick', 40, 6);
  addMark(row, 'tick', 40.4, 7);
  row.ghosts.push({ first: 60, interval: 5, count: 3, event: 8 });
  addTail(row, 82, 90, 10);
  openSpan(spansOf(below, 'paused'), 50, 9, 1);
  return [newLane(-1), lane];
}

function hit(x: number, y: number): Omit<Hit, 'lane' | 'count'> | null {
  const all = lanes();
  const found = hitTest(rowsOf(all), laneGeometry(all), frameOf(SCALE, 99, 100), x, y);
  if (found === null) return null;
  const { lane: _, count: __, ...rest } = found;
  return rest;
}

describe('the pointer hits', () => {
  test('the span below it', () => {
    expect(hit(150, FIRST_ROW)).toEqual({ what: 'waiting', event: 1, start: 10, end: 20 });
  });

  test('of marks on one pixel the failure, which is drawn on top', () => {
    expect(hit(202, FIRST_ROW)).toEqual({ what: 'failure', event: 4, start: 20, end: 20 });
  });

  test('a hop of the chain below the result that began it', () => {
    expect(hit(202, BELOW)).toEqual({ what: 'callback', event: 3, start: 20, end: 20 });
  });

  test('of marks side by side the nearer one', () => {
    expect([401, 403].map((x) => hit(x, FIRST_ROW)?.event)).toEqual([6, 7]);
  });

  test('a missed grid point, with its own time', () => {
    expect([603, 648, 710].map((x) => hit(x, BELOW))).toEqual([
      { what: 'ghost', event: 8, start: 60, end: 60 },
      { what: 'ghost', event: 8, start: 65, end: 65 },
      null,
    ]);
  });

  test('the tail of a late call, by the event that ran', () => {
    const tail = { what: 'tail', event: 10, start: 82, end: 90 };
    expect([810, 825, 899, 910].map((x) => hit(x, FIRST_ROW + 5))).toEqual([
      null,
      tail,
      tail,
      null,
    ]);
  });

  test('the row that it is in', () => {
    expect(hit(700, SECOND_ROW)).toEqual({ what: 'paused', event: 9, start: 50, end: Infinity });
  });

  test('nothing where there is nothing, and nothing below the last lane', () => {
    expect([hit(300, FIRST_ROW), hit(150, 10), hit(150, 500), hit(150, -1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

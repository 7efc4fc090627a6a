import { expect, test } from 'vitest';

import {
  addMark,
  newLane,
  newRow,
  spansOf,
  type Lane,
  type LaneRow,
} from '#timeline/layout/lane.ts';
import {
  laneAt,
  laneGeometry,
  lanesBetween,
  middleOf,
  rowsOfLane,
  topOf,
} from '#timeline/layout/laneGeometry.ts';
import { LANE_SIZES } from '#timeline/layout/laneSize.ts';
import { addSpan } from '#timeline/layout/spanSeries.ts';
import { frameOf } from '#timeline/shapes/frame.ts';
import { hitTest, type Hit } from '#timeline/shapes/hitTest.ts';
import { drawLanes } from '#timeline/draw/drawLanes.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { schedule } from '../../support/schedules.ts';
import { layerLog } from '../layerLog.ts';
import { pictureOf } from '../picture.ts';
import { rowsOf } from '../rowsOf.ts';

/** The reactor, a service, two members of it and a node that a filter hides. */
function lanesInService(): readonly Lane[] {
  const lanes = [newLane(-1), newLane(0), newLane(1), newLane(2), newLane(3)];
  lanes[3]?.rows.push(newRow());
  return lanes;
}

/** What happens to the members, in one row. */
function mergedRow(): LaneRow {
  const row = newRow();
  addSpan(spansOf(row, 'waiting'), 0, 4, 0);
  addMark(row, 'failure', 5, 7);
  addMark(row, 'tick', 5, 8);
  addMark(row, 'tick', 9, 9);
  return row;
}

const { compact, normal } = LANE_SIZES;
const PLACES = [
  { lane: 0, inside: [], size: normal, depth: 0 },
  { lane: 1, inside: [2, 3], size: compact, depth: 0 },
];
const LANES = lanesInService();
const GEOMETRY = laneGeometry(LANES, PLACES);
const ROWS = rowsOf(LANES, new Map([[1, mergedRow()]]));

/** 10 s at ten pixels a second. */
const SCALE = timeScale({ start: 0, end: 10 }, 100);
const hitAt = (x: number, y: number): Hit | null =>
  hitTest(ROWS, GEOMETRY, frameOf(SCALE, 99, 10), x, y);

test('what is folded into a lane is in its one row; what is hidden is nowhere', () => {
  expect(GEOMETRY.tops).toEqual([0, 32, 54]);
  expect([1, 2, 3, 4].map((lane) => topOf(GEOMETRY, lane))).toEqual([32, 32, 32, null]);
  expect([middleOf(GEOMETRY, 3, 1), middleOf(GEOMETRY, 0, 0), middleOf(GEOMETRY, 4, 0)]).toEqual([
    43,
    16,
    null,
  ]);
  expect(rowsOfLane(ROWS, GEOMETRY, 1)).toEqual([ROWS.mergedRow(1)]);
  expect([laneAt(GEOMETRY, 40), laneAt(GEOMETRY, 60)]).toEqual([1, null]);
  expect(lanesBetween(GEOMETRY, 33, 34)).toEqual({ first: 1, last: 2 });
});

test('of marks one over another a failure is hit first, whichever lane it is of', () => {
  expect(hitAt(50, 43)).toMatchObject({ lane: 1, what: 'failure', event: 7 });
  expect(hitAt(90, 43)).toMatchObject({ lane: 1, what: 'tick', event: 9 });
  expect(hitAt(20, 43)).toMatchObject({ lane: 1, what: 'waiting', event: 0 });
});

test('of marks one over another the failures of all lanes are drawn last', () => {
  const { layer, log } = layerLog();
  const nothing = pictureOf(schedule({ nodes: [] }), 10, { knownUntil: 10 });
  drawLanes(layer, {
    ...nothing,
    layout: { ...nothing.layout, ...ROWS },
    geometry: GEOMETRY,
    frame: frameOf(SCALE, 99, 10),
  });
  const marks = log.filter((line) => /^(tick|failure) /.test(line));
  expect(marks).toEqual(['tick 1 50,43', 'tick 1 90,43', 'failure 1 50,43']);
});

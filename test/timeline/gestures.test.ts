import { expect, test } from 'vitest';

import { pinched } from '#timeline/gestures/pinch.ts';
import { timelineMove } from '#timeline/gestures/timelineKeys.ts';
import { wheelMove } from '#timeline/gestures/wheelMove.ts';

import { about } from './about.ts';

const TURN = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, shiftKey: false };

test('a notch of the wheel zooms by 1.2, to the side it pans, and a pinch zooms', () => {
  expect([
    wheelMove({ ...TURN, deltaY: -100 }),
    wheelMove({ ...TURN, deltaY: 100 }),
    wheelMove({ ...TURN, deltaX: 30, deltaY: 4 }),
    wheelMove({ ...TURN, deltaY: 100, shiftKey: true }),
    wheelMove({ ...TURN, deltaX: -3, deltaMode: 1 }),
    wheelMove({ ...TURN, deltaY: -10, ctrlKey: true }),
    wheelMove({ ...TURN, deltaY: 5000 }),
  ]).toEqual([
    { does: 'zoom', factor: about(1 / 1.2) },
    { does: 'zoom', factor: about(1.2) },
    { does: 'pan', by: 30 },
    { does: 'pan', by: 100 },
    { does: 'pan', by: -48 },
    { does: 'zoom', factor: about(Math.exp(-0.1)) },
    { does: 'zoom', factor: 2 },
  ]);
});

test('two fingers keep the time between them: apart they zoom in, together they pan', () => {
  const range = { start: 0, end: 40 };
  expect({
    apart: pinched(range, 400, [150, 250], [100, 300]),
    moved: pinched(range, 400, [150, 250], [200, 300]),
    touching: pinched(range, 400, [200, 200], [200, 201]),
  }).toEqual({
    apart: { start: 10, end: 30 },
    moved: { start: -5, end: 35 },
    touching: { start: about(-0.05), end: about(39.95) },
  });
});

test('keys move the playhead and the lane, but not with Ctrl, Alt or Cmd', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  const move = (key: string): string | null => timelineMove({ ...plain, key });
  expect({
    named: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].map(move),
    others: ['w', 'Tab', 'toString'].map(move),
    withCtrl: timelineMove({ ...plain, key: 'Home', ctrlKey: true }),
  }).toEqual({
    named: ['stepBack', 'step', 'previousLane', 'nextLane', 'toStart', 'toEnd'],
    others: [null, null, null],
    withCtrl: null,
  });
});

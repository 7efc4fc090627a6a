import { expect, test } from 'vitest';

import { playheadLabel } from '#timeline/time/playheadLabel.ts';
import { snappedTime } from '#timeline/time/snap.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

test('a press snaps to an event within 5 pixels, else to a time with few digits', () => {
  const { trace } = run(
    schedule({
      horizon: 10,
      functions: { f: [] },
      nodes: [{ kind: 'callLater', id: 'late', delay: 4.321, call: 'f' }],
    }),
  );
  const scale = timeScale({ start: -1, end: 9 }, 1000);
  expect([527, 536, 538, 700, 104, 20].map((x) => snappedTime(trace, scale, x))).toEqual([
    // Of 4.27, 4.36 and 4.38 only the second is near the call at 4.321; 0.04 is near the start-up.
    4.27, 4.321, 4.38, 6, 0, 0,
  ]);
});

test('the flag shows milliseconds, and more digits where the scale tells them apart', () => {
  expect([
    playheadLabel(12.4, 0.05),
    playheadLabel(12.4, 1e-4),
    playheadLabel(4.8, 1e-6),
    playheadLabel(4.8, 2e-8),
  ]).toEqual(['12.400', '12.400', '4.80000', '4.8000000']);
});

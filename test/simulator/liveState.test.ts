import fc from 'fast-check';
import { expect, test } from 'vitest';

import { EXAMPLES } from '#schedule/examples.ts';

import { SCHEDULES } from '../conformance/language/arbitraries/schedules.ts';
import { schedule } from '../support/schedules.ts';
import { foldsToLiveState } from './foldsToLiveState.ts';

test.each(EXAMPLES)(
  'the trace of $id folds to the state of the live objects after every event',
  ({ load }) => {
    expect(foldsToLiveState(load(), 5000)).toEqual([]);
  },
);

test('nodes beyond the first page of rows fold as well', { timeout: 60_000 }, () => {
  const groups = Array.from({ length: 55 }, (_, group) => group);
  const document = schedule({
    horizon: 4,
    functions: {
      answer: [{ do: 'return', value: '{now}' }],
      ...Object.fromEntries(
        groups.map((group) => [
          `ask${group}`,
          [
            { do: 'start', node: `request${group}` },
            { do: 'start', node: `talk${group}` },
          ],
        ]),
      ),
      ...Object.fromEntries(
        groups.map((group) => [
          `speak${group}`,
          [{ do: 'await', node: `request${group}`, start: true }],
        ]),
      ),
    },
    nodes: groups.flatMap((group) => [
      { id: `loop${group}`, kind: 'loopingCall', interval: 1 + group / 100, call: `ask${group}` },
      {
        id: `request${group}`,
        kind: 'deferLater',
        starts: 'never',
        delay: 0.5,
        call: 'answer',
        chain: [{ callback: 'answer' }],
      },
      { id: `talk${group}`, kind: 'coroutine', starts: 'never', call: `speak${group}` },
    ]),
  });
  expect(document.nodes.length).toBeGreaterThan(150);
  expect(foldsToLiveState(document, 2000)).toEqual([]);
});

const COUNT = Number(process.env['FOLD_COUNT'] ?? 500);
const SEED = Number(process.env['FOLD_SEED'] ?? Date.now() % 1_000_000);

test(`so do those of ${COUNT} random schedules (FOLD_SEED=${SEED})`, { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(SCHEDULES, (schedule) => {
      expect(foldsToLiveState(schedule, 250)).toEqual([]);
    }),
    // Shrinking runs the slow ones again and again.
    { numRuns: COUNT, seed: SEED, interruptAfterTimeLimit: 100_000 },
  );
});

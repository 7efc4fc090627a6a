import { describe, expect, test } from 'vitest';

import { chainPicture, railOf } from '#explain/chainPicture.ts';
import type { Schedule } from '#schedule/schema.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { createStateCursor } from '#trace/stateCursor.ts';
import { reprOf, type TraceValue } from '#trace/traceValue.ts';

import { run } from '../support/runs.ts';
import { everyKindSchedule, schedule } from '../support/schedules.ts';

const shown = (value: TraceValue | null): string => (value === null ? '–' : reprOf(value));

describe('the picture of a chain is what the fold of the whole run has', () => {
  const documents: readonly (readonly [string, Schedule])[] = [
    ...EXAMPLES.filter(({ id }) => id !== 'debounce').map(({ id, load }) => [id, load()] as const),
    ['every kind', everyKindSchedule()],
  ];
  test.each(documents)('%s', (_, document) => {
    const { trace } = run(document);
    const cursor = createStateCursor(trace);
    const pictures: unknown[] = [];
    const states: unknown[] = [];
    const step = Math.max(1, Math.floor(trace.length / 2_000));
    for (let count = 0; count <= trace.length; count += step) {
      for (const { node, instance, deferred, inside } of cursor.at(count).instances()) {
        if (deferred === null) continue;
        const picture = chainPicture(trace, { node, instance }, count);
        const own = picture.links.filter(({ index }) => index < 0).length;
        // While a function of the chain is at work, the fold keeps the value that it was given.
        const where = { node, instance, count };
        pictures.push({
          ...where,
          called: picture.called,
          result: shown(picture.result),
          place: Math.max(0, picture.place - own),
          waitsOn: picture.waitsOn,
          pauses: picture.pauses,
          cancelled: picture.cancelled,
          taken: picture.taken,
          unhandled: picture.unhandled,
          reported: picture.reported,
          running: picture.links
            .filter(({ state }) => state === 'running')
            .map(({ index }) => index),
        });
        states.push({
          ...where,
          called: deferred.called,
          result: shown(deferred.result),
          place: deferred.place,
          waitsOn: deferred.waitsOn,
          pauses: deferred.pauses,
          cancelled: deferred.cancelled,
          taken: deferred.taken,
          unhandled: deferred.unhandled,
          reported: deferred.reported,
          running: inside
            .filter(({ link, name }) => link >= 0 || (own > 0 && name !== ''))
            .map(({ link }) => link),
        });
      }
    }
    expect(states.length).toBeGreaterThan(0);
    expect(pictures).toEqual(states);
  });
});

test('what came to each link and went on from it, on which rail', () => {
  const { trace } = run(
    schedule({
      functions: {
        make: [{ do: 'return', value: 12 }],
        check: [{ do: 'raise', error: { type: 'ValueError', message: 'odd' } }],
        mend: [{ do: 'returnDeferred', node: 'later', start: true }],
        show: [],
      },
      nodes: [
        {
          kind: 'deferLater',
          id: 'fetch',
          delay: 1,
          call: 'make',
          chain: [
            { errback: 'mend' },
            { callback: 'check' },
            { callback: 'show' },
            { errback: 'mend' },
            { both: 'show' },
          ],
        },
        { kind: 'deferLater', id: 'later', starts: 'never', delay: 2 },
      ],
    }),
  );
  const at = (time: number): unknown[] =>
    chainPicture(trace, { node: 0, instance: 1 }, trace.countUntil(time, true)).links.map(
      ({ state, cameOn, input, output }) =>
        `${state} ${cameOn ?? ''} ${shown(input)} → ${shown(output)}`,
    );
  expect(at(0.5)).toEqual(Array.from({ length: 6 }, () => 'ahead  – → –'));
  expect(at(1.5)).toEqual([
    'ran callback None → 12',
    'passed callback 12 → 12',
    "ran callback 12 → ValueError('odd')",
    "passed errback ValueError('odd') → ValueError('odd')",
    "waiting errback ValueError('odd') → –",
    'ahead  – → –',
  ]);
  expect(at(3).slice(-2)).toEqual([
    "ran errback ValueError('odd') → None",
    'ran callback None → None',
  ]);
  expect(railOf({ is: 'failure', type: 'E', message: '' })).toBe('errback');
});

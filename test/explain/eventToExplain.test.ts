import { describe, expect, test } from 'vitest';

import { eventToExplain } from '#explain/eventToExplain.ts';

import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const { trace } = run(
  schedule({
    horizon: 9,
    functions: { ring: [] },
    nodes: [
      { kind: 'loopingCall', id: 'poll', interval: 1, now: true, call: 'ring' },
      { kind: 'callLater', id: 'alarm', delay: 5, call: 'ring' },
    ],
  }),
);

const shown = lines(trace);
const NOTHING = { event: null, nodes: [] };
const until = (time: number): number => trace.countUntil(time, true);

describe('what is to be explained', () => {
  test('is the selected event, wherever the playhead is', () => {
    expect(eventToExplain(trace, { event: 3, nodes: ['alarm'] }, until(8))).toBe(3);
  });

  test('is the last event of the selected node up to the playhead', () => {
    const of = (time: number): string | undefined =>
      shown[eventToExplain(trace, { event: null, nodes: ['alarm'] }, until(time)) ?? -1];
    expect(of(4)).toBe('0.000 alarm due at 5 s');
    expect(of(6)).toBe('5.000 alarm ring() → None');
  });

  test('is the last event of all where nothing is selected', () => {
    expect(eventToExplain(trace, NOTHING, until(3))).toBe(until(3) - 1);
  });

  test('is nothing where nothing has happened yet', () => {
    expect(eventToExplain(trace, NOTHING, 0)).toBeNull();
    expect(eventToExplain(trace, { event: null, nodes: ['alarm'] }, 0)).toBeNull();
    expect(eventToExplain(trace, { event: null, nodes: ['unknown'] }, until(8))).toBeNull();
    expect(eventToExplain(trace, { event: trace.length, nodes: [] }, 0)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Schedule } from '#schedule/schema.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { RunComparison, type ComparedRun } from '#trace/runComparison.ts';

import { SCHEDULES } from '../conformance/language/arbitraries/schedules.ts';
import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

function comparedRun(document: Schedule, until?: number): ComparedRun {
  const { trace, end } = run(document, { events: 3000, instant: 3000 });
  return { trace, until: until ?? end.time, isCut: end.why === 'limit' };
}

function compared(pinned: ComparedRun, own: ComparedRun, slice = 7): RunComparison {
  const comparison = new RunComparison(pinned, own);
  while (!comparison.isDone) comparison.advance(slice);
  return comparison;
}

/** The differences as lines: `2.000 moved by 1.000 poll tick 3`. */
function lines(comparison: RunComparison): readonly string[] {
  return Array.from({ length: comparison.count }, (_, index) => {
    const difference = comparison.at(index);
    const [{ trace }, event] =
      difference.is === 'gone'
        ? [comparison.pinned, difference.pinned]
        : [comparison.own, difference.own];
    const { subject, text } = describeEvent(trace, event);
    const by = difference.is === 'moved' ? ` by ${formatTime(difference.by)}` : '';
    return `${formatTime(comparison.timeOf(index))} ${difference.is}${by} ${subject} ${text}`;
  });
}

function loop(interval: number, parts: object = {}): Schedule {
  return schedule({
    horizon: 4.5,
    functions: { tick: [], other: [] },
    nodes: [
      { kind: 'loopingCall', id: 'poll', interval, call: 'tick', ...parts },
      { kind: 'callLater', id: 'call', delay: 1.25, call: 'other' },
    ],
  });
}

describe('two runs', () => {
  test('of the same schedule are the same', () => {
    const comparison = compared(comparedRun(loop(1)), comparedRun(loop(1)));
    expect([comparison.count, comparison.firstTime, comparison.progress]).toEqual([0, null, 1]);
  });

  test('of loops of other intervals tick at other times, and not equally often', () => {
    const comparison = compared(comparedRun(loop(1)), comparedRun(loop(2)));
    expect(lines(comparison).filter((line) => line.includes(' tick '))).toEqual([
      '1.000 gone poll tick 2',
      '3.000 gone poll tick 4',
    ]);
    expect([comparison.firstTime, comparison.mostMoved]).toEqual([1, 0]);
    const [poll, call] = comparison.nodes();
    expect(poll).toMatchObject({ id: 'poll', pinned: { ticks: 5 }, own: { ticks: 3 }, added: 0 });
    expect(call).toMatchObject({ id: 'call', gone: 0, added: 0, moved: 0, changed: 0 });
  });

  test('of which one lacks a tick differ by that tick alone', () => {
    const blocking = (): Schedule =>
      schedule({
        horizon: 9.5,
        functions: { tick: [{ do: 'block', for: 1.5, when: { call: 3 } }] },
        nodes: [{ kind: 'loopingCall', id: 'poll', interval: 1, call: 'tick' }],
      });
    const plain = schedule({
      horizon: 9.5,
      functions: { tick: [] },
      nodes: [{ kind: 'loopingCall', id: 'poll', interval: 1, call: 'tick' }],
    });
    const ticks = (one: Schedule, other: Schedule): readonly string[] =>
      lines(compared(comparedRun(one), comparedRun(other))).filter((line) =>
        line.includes(' tick '),
      );
    expect(ticks(plain, blocking())).toEqual(['3.000 gone poll tick 4']);
    expect(ticks(blocking(), plain)).toEqual(['3.000 new poll tick 4']);
  });

  test('of which one begins later lack its begin, and what happens once has moved', () => {
    const comparison = compared(comparedRun(loop(1)), comparedRun(loop(1, { now: false })));
    const ticks = lines(comparison).filter((line) => line.includes(' tick '));
    expect(ticks).toEqual(['0.000 gone poll tick 1']);
    const later = (delay: number): Schedule =>
      schedule({
        horizon: 3,
        functions: { f: [], g: [] },
        nodes: [
          { kind: 'callLater', id: 'call', delay, call: 'f' },
          { kind: 'callLater', id: 'last', delay: 2, call: 'g' },
        ],
      });
    expect(lines(compared(comparedRun(later(1)), comparedRun(later(1.5))))).toEqual([
      '1.500 moved by 0.500 call f() → None',
    ]);
  });

  test('are compared up to the end of the shorter one', () => {
    const comparison = compared(comparedRun(loop(1)), comparedRun(loop(1), 2.5));
    expect([comparison.count, comparison.until]).toEqual([0, 2.5]);
  });

  test('have nodes of their own, whose events are gone or new', () => {
    const without = schedule({
      horizon: 4.5,
      functions: { other: [] },
      nodes: [{ kind: 'callLater', id: 'call', delay: 1.25, call: 'other' }],
    });
    const comparison = compared(comparedRun(loop(1)), comparedRun(without));
    expect(
      comparison.nodes().map(({ id, pinned, own }) => [id, pinned !== null, own !== null]),
    ).toEqual([
      ['call', true, true],
      ['poll', true, false],
    ]);
    expect(new Set(lines(comparison).map((line) => line.split(' ')[1]))).toEqual(new Set(['gone']));
  });

  test('tell a failure that is new, and a value that is another', () => {
    const other = (steps: readonly object[]): Schedule =>
      schedule({
        horizon: 3,
        functions: { f: steps },
        nodes: [{ kind: 'deferLater', id: 'call', delay: 1, call: 'f' }],
      });
    const returns = (value: unknown): Schedule => other([{ do: 'return', value }]);
    expect(lines(compared(comparedRun(returns(1)), comparedRun(returns(2))))).toEqual([
      '1.000 changed call f() → 2',
    ]);
    const raises = other([{ do: 'raise', error: { type: 'ValueError', message: 'no' } }]);
    const [call] = compared(comparedRun(returns(1)), comparedRun(raises)).nodes();
    expect([call?.pinned?.failures, call?.own?.failures]).toEqual([0, 1]);
  });
});

test('whichever is the earlier one, the differences are the same, and their counts add up', () => {
  fc.assert(
    fc.property(SCHEDULES, SCHEDULES, fc.integer({ min: 1, max: 500 }), (one, other, slice) => {
      const [a, b] = [comparedRun(one), comparedRun(other)];
      const [forth, back] = [compared(a, b, slice), compared(b, a, slice)];
      const sum = (of: RunComparison, field: 'gone' | 'added' | 'moved' | 'changed'): number =>
        of.nodes().reduce((all, node) => all + node[field], 0);
      expect([sum(forth, 'gone'), sum(forth, 'added')]).toEqual([
        sum(back, 'added'),
        sum(back, 'gone'),
      ]);
      expect(sum(forth, 'moved') + sum(forth, 'changed')).toBe(
        sum(back, 'moved') + sum(back, 'changed'),
      );
      expect(forth.count).toBe(
        sum(forth, 'gone') + sum(forth, 'added') + sum(forth, 'moved') + sum(forth, 'changed'),
      );
      const times = Array.from({ length: forth.count }, (_, index) => forth.timeOf(index));
      expect(times).toEqual(times.toSorted((x, y) => x - y));
      expect(compared(a, a).count).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('a run has no difference from its own beginning, wherever that was cut', () => {
  fc.assert(
    fc.property(SCHEDULES, fc.integer({ min: 1, max: 400 }), (document, events) => {
      const whole = comparedRun(document);
      const { trace, end } = run(document, { events, instant: 3000 });
      const begin = { trace, until: end.time, isCut: end.why === 'limit' };
      expect([compared(whole, begin).count, compared(begin, whole).count]).toEqual([0, 0]);
    }),
    { numRuns: 80 },
  );
});

test('what a run cut within an instant lacks of it is not gone', () => {
  const calls = schedule({
    horizon: 4,
    functions: { f: [] },
    nodes: Array.from({ length: 20 }, (_, index) => ({
      kind: 'callLater',
      id: `call${index}`,
      delay: 1,
      call: 'f',
    })),
  });
  const { trace, end } = run(calls, { events: 45 });
  expect([end.why, end.time]).toEqual(['limit', 1]);
  const cut = { trace, until: end.time, isCut: true };
  expect(compared(cut, comparedRun(calls)).count).toBe(0);
  expect(compared({ ...cut, isCut: false }, comparedRun(calls)).count).toBeGreaterThan(0);
});

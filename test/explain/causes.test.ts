import { describe, expect, test } from 'vitest';

import { causesOf } from '#explain/causes.ts';

import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const { trace } = run(
  schedule({
    horizon: 9,
    functions: {
      one: [{ do: 'start', node: 'second' }],
      two: [{ do: 'start', node: 'third' }],
      end: [],
    },
    nodes: [
      { kind: 'callLater', id: 'first', delay: 1, call: 'one' },
      { kind: 'callLater', id: 'second', delay: 1, starts: 'never', call: 'two' },
      { kind: 'callLater', id: 'third', delay: 1, starts: 'never', call: 'end' },
    ],
  }),
);

const shown = lines(trace);

/** The whole walk from the last call back, one cause at a time. */
const walk = (() => {
  const found: number[] = [];
  let at = shown.findIndex((line) => line.endsWith('third delayed call runs'));
  while (at >= 0) {
    found.push(at);
    at = trace.causeAt(at);
  }
  return found;
})();

describe('the walk of causes', () => {
  const [event = -1, ...causes] = walk;

  test('goes back to the start of the reactor', () => {
    expect(shown[causes.at(-1) ?? -1]).toBe('0.000 reactor starts');
    expect(causesOf(trace, event, 99)).toEqual({ nearest: causes, between: 0, root: null });
  });

  test.each([1, 2, 3])('of which %d are asked for has the root and counts the others', (most) => {
    expect(causesOf(trace, event, most)).toEqual({
      nearest: causes.slice(0, most),
      between: causes.length - most - 1,
      root: causes.at(-1),
    });
  });

  test('says no number between when only the root is left', () => {
    expect(causesOf(trace, event, causes.length - 1)).toEqual({
      nearest: causes.slice(0, -1),
      between: 0,
      root: causes.at(-1),
    });
  });

  test('is empty for what has no cause', () => {
    expect(causesOf(trace, causes.at(-1) ?? -1, 3)).toEqual({
      nearest: [],
      between: 0,
      root: null,
    });
  });
});

import { expect, test } from 'vitest';

import type { BreakpointRule } from '#trace/breakpointRule.ts';
import { createBreakpointScanner } from '#trace/breakpoints.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

/** One of each kind, none of which is ever hit: the whole trace must be scanned. */
const NEVER_HIT: readonly BreakpointRule[] = [
  { on: 'failure', enabled: true },
  { on: 'unhandled', enabled: true },
  { on: 'event', event: 'failed', node: 'poll', enabled: true },
  { on: 'lateness', above: 0.5, enabled: true },
  { on: 'value', value: 99, enabled: true },
  { on: 'text', text: 'nowhere', enabled: true },
];

test('a million events are scanned in a moment, both ways', () => {
  const { trace } = run(
    schedule({
      horizon: 1e9,
      functions: {
        tell: [{ do: 'log', text: 'at {now}' }],
        count: [{ do: 'return', value: { rows: 12 } }],
      },
      nodes: [
        { kind: 'loopingCall', id: 'poll', interval: 1, call: 'tell', chain: [] },
        { kind: 'loopingCall', id: 'load', interval: 1, call: 'count', chain: [] },
      ],
    }),
  );
  const end = { time: 1e9, count: trace.length };
  const best = (scan: () => unknown): number => {
    const times = Array.from({ length: 10 }, () => {
      const before = performance.now();
      expect(scan()).toBe(null);
      return performance.now() - before;
    });
    return Math.min(...times);
  };
  const forth = best(() =>
    createBreakpointScanner(trace, NEVER_HIT).next({ time: 0, count: 0 }, 1e9),
  );
  const back = best(() => createBreakpointScanner(trace, NEVER_HIT).previous(end));
  console.info(
    `${trace.length} events, ${NEVER_HIT.length} breakpoints: ` +
      `${forth.toFixed(1)} ms forwards, ${back.toFixed(1)} ms backwards`,
  );
  // The goal is 50 ms on a quiet machine; a busy one may take four times as long.
  expect([trace.length, forth < 200, back < 200]).toEqual([1_000_000, true, true]);
});

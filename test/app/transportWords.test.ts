import { expect, test } from 'vitest';

import { parseTime } from '#base/parseTime.ts';
import { positionWords } from '#app/transport/positionWords.ts';
import { runWords, shortClock } from '#app/run/runWords.ts';
import type { ReachedLimit, RunEnd } from '#trace/runEnd.ts';

import { POLL } from '../support/openStudio.ts';
import { lines, run } from '../support/runs.ts';
import { traceHeader } from '../support/traceHeader.ts';

test('a typed time is read with or without its unit, and as a clock', () => {
  const typed = ['12.4', '12.4 s', '.5', '200ms', '250 µs', '1:05.2', '1:00:05', ' 2 MIN ', '0'];
  expect(typed.map(parseTime)).toEqual([12.4, 12.4, 0.5, 0.2, 0.00025, 65.2, 3605, 120, 0]);
});

test('what is no time is refused', () => {
  const typed = ['', 'soon', '-1', '1:', ':5', '12,4', '5 parsecs', '1:2:3:4', '0x10'];
  expect(typed.map(parseTime)).toEqual(typed.map(() => null));
});

test('a clock leaves out the zeros that say nothing', () => {
  expect([0, 60, 15.4, 3600, 0.05].map(shortClock)).toEqual([
    '00:00',
    '01:00',
    '00:15.4',
    '1:00:00',
    '00:00.05',
  ]);
});

test('how a run stands is a line of words', () => {
  const header = traceHeader({ id: 'poll' }, { id: 'fetch' }, { id: 'save' }, { id: 'retry' });
  const end = { why: 'idle', time: 15.4, unhandled: [], limit: null } as const satisfies RunEnd;
  const used = (what: ReachedLimit['what'], nodes: readonly number[], count = 100_000): RunEnd => ({
    ...end,
    why: 'limit',
    limit: { what, count, canRaise: true, nodes },
  });
  const ended = (how: RunEnd): string => runWords({ state: 'ended', end: how }, header);
  expect([
    runWords({ state: 'running', time: 12.4 }, header),
    runWords({ state: 'running', time: 12.4 }, header, 60),
    ended(end),
    ended({ ...end, why: 'horizon' }),
    ended({ ...end, why: 'stopped' }),
    ended(used('events', [1])),
    ended(used('instant', [0, 3, 2, 1])),
    ended(used('pending', [1])),
    ended(used('memory', [], 512 * 2 ** 20)),
    ended({ ...end, why: 'halted' }),
    runWords({ state: 'broken', message: 'out of memory' }, header),
  ]).toEqual([
    'simulating, 12.4 s',
    'simulating, 20 % of 01:00',
    'ended at 15.400 s: nothing is pending',
    'ended at 15.400 s: horizon reached',
    'ended at 15.400 s: reactor.stop() was called',
    'paused at 15.400 s: budget of 100,000 events used up, mostly by fetch',
    'paused at 15.400 s: budget of 100,000 events at one instant used up, mostly by poll, retry and save',
    'paused at 15.400 s: budget of 100,000 pending calls used up, mostly by fetch',
    'paused at 15.400 s: budget of 512 MB of memory used up',
    'paused at 15.400 s: you stopped the simulation',
    'the simulator failed: out of memory',
  ]);
});

test('the playhead is said with what has just happened', () => {
  const { trace } = run(POLL);
  const tick = lines(trace).indexOf('5.000 poll tick 2');
  expect([
    positionWords(trace, 0, 0, true),
    positionWords(trace, tick + 1, 5, true),
    positionWords(trace, tick + 1, 5.2, true),
    positionWords(trace, tick + 2, 5, true),
  ]).toEqual([
    '0.000 s, before the first event',
    '5.000 s, poll: tick 2',
    '5.200 s, after poll: tick 2',
    '5.000 s, poll: check_feed() called',
  ]);
});

test('after a leap, the last event that tells something is said', () => {
  const { trace } = run(POLL);
  const all = trace.countUntil(5, true);
  expect([positionWords(trace, all, 5, true), positionWords(trace, all, 5, false)]).toEqual([
    '5.000 s, reactor: pass ends',
    '5.000 s, poll: check_feed() → None',
  ]);
});

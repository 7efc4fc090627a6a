import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { DEFERRED_KINDS } from '#schedule/language.ts';
import type { Schedule } from '#schedule/schema.ts';

import { schedule } from '../../support/schedules.ts';
import { SCHEDULES } from './arbitraries/schedules.ts';
import { checkSchedules } from './checkSchedules.ts';
import { compareSchedule } from './compareSchedule.ts';
import { parsed } from './knownSchedules.ts';
import { readOptions } from './options.ts';
import { simulateLines, type Lines } from './simulateLines.ts';
import type { TwistedPrograms } from './twistedPrograms.ts';

const ONE_CALL = schedule({
  horizon: 3,
  functions: { ring: [] },
  nodes: [{ kind: 'callLater', id: 'alarm', delay: 1, call: 'ring' }],
});

const ENDLESS = schedule({
  horizon: 3,
  functions: { again: [{ do: 'start', node: 'alarm' }] },
  nodes: [{ kind: 'callLater', id: 'alarm', delay: 0, call: 'again' }],
});

test('random schedules have all kinds, steps, links and conditions, and both clocks', () => {
  const seen = new Set(fc.sample(SCHEDULES, { seed: 1, numRuns: 3000 }).flatMap(featuresOf));
  const expected = [
    'callLater semaphore queue service outsideEvent deferredList.gather loopingCall.withCount',
    DEFERRED_KINDS.join(' '),
    'start stop cancel pause resume reset delay fire fail put await returnDeferred',
    'block log return raise stopReactor await.onError',
    'link.callback link.errback link.both link.timeout',
    'when.call when.fromCall when.untilCall when.everyCall when.chance when.error when.input',
    'uniform exponential normal lognormal choice',
    'reactor testClock advances in.service',
  ].flatMap((words) => words.split(' '));
  expect(expected.filter((feature) => !seen.has(feature))).toEqual([]);
});

test('schedules that are alike all pass, as many as are asked for', async () => {
  const told: string[] = [];
  const tally = await checkSchedules(100, 7, likeSimulator(), (text) => told.push(text));
  expect({ passed: tally.passed, failed: tally.failed, told }).toEqual({
    passed: 100,
    failed: 0,
    told: [],
  });
});

test('of schedules that differ, the smallest form of the first one is told', async () => {
  const told: string[] = [];
  const raises = (lines: Lines): boolean => lines.some(({ out }) => out === 'raise');
  const twisted = likeSimulator((lines) => (raises(lines) ? [...lines, { ev: 'extra' }] : lines));
  const { passed, failed } = await checkSchedules(40, 7, twisted, (text) => told.push(text));
  expect({ all: passed + failed, some: passed > 0 && failed > 1, told: told.length }).toEqual({
    all: 40,
    some: true,
    told: 1,
  });
  expect(told[0]).toContain('{"ev":"extra"}');
  const [, document = ''] = told[0]?.split('of the schedule') ?? [];
  const smallest = parsed(document, 'what was told');
  // It takes at most a function that raises and what calls it.
  expect(smallest.nodes.length).toBeLessThanOrEqual(3);
});

test('a difference is shown side by side, with the lines before it', () => {
  const lines = simulateLines(ONE_CALL);
  const comparison = compareSchedule(ONE_CALL, { lines: lines.with(1, { ev: 'other' }) });
  expect(
    typeof comparison === 'string' ? [] : comparison.difference.split('\n').slice(0, 5),
  ).toEqual([
    'the first difference is in row 1',
    '  row  Twisted                                    simulator',
    '    0  {"t":1,"ev":"enter","fn":"ring","call":1}  {"t":1,"ev":"enter","fn":"ring","call":1}',
    '>   1  {"ev":"other"}                             {"t":1,"ev":"leave","fn":"ring","call":1,"out":"return","value":null}',
    '    2  {"t":1,"ev":"end","why":"idle"}            {"t":1,"ev":"end","why":"idle"}',
  ]);
});

test('what neither side ends is not fit; what only one ends is a difference', () => {
  const unfit = { lines: null, unfit: 'more than 1000 lines' } as const;
  expect(compareSchedule(ENDLESS, unfit)).toBe('unfit');
  expect(compareSchedule(ONE_CALL, unfit)).toHaveProperty('difference');
  expect(compareSchedule(ONE_CALL, { lines: null, error: 'SyntaxError' })).toHaveProperty(
    'difference',
  );
});

test('the command line asks for random schedules, for one, or for new records', () => {
  expect([
    readOptions(['--count', '10', '--seed', '3']),
    readOptions(['--schedule', '/poll.json']),
    readOptions(['--record']),
    readOptions(['--schedule', '/poll.json', '--count', '3']),
    readOptions(['--count', 'many']),
    readOptions(['--times', '3']),
  ]).toEqual([
    { count: 10, seed: 3 },
    { schedule: '/poll.json' },
    { record: true },
    null,
    null,
    null,
  ]);
});

test('a file that is no schedule is refused with the reason', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'schedule-')), 'schedule.json');
  writeFileSync(path, '{}');
  expect(() => parsed('{}', path)).toThrow(`${path} is no schedule. `);
});

/** Stands in for Twisted: shows what the simulator does, changed. */
function likeSimulator(change: (lines: Lines) => Lines = (lines) => lines): TwistedPrograms {
  return {
    version: 'none',
    run: (made) => {
      const lines = simulateLines(made);
      const ends = lines.some(({ ev }) => ev === 'end');
      return Promise.resolve(
        ends ? { lines: change(lines) } : { lines: null, unfit: 'it has no end' },
      );
    },
    close: () => Promise.resolve(),
  };
}

/** What of the language a schedule uses. */
function featuresOf({ nodes, functions, clock, advances }: Schedule): readonly string[] {
  const steps = Object.values(functions).flatMap((made) => made.steps);
  const durations = [
    ...nodes.flatMap((node) => ('delay' in node ? [node.delay] : [])),
    ...steps.flatMap((step) => (step.do === 'block' ? [step.for] : [])),
  ];
  return [
    clock,
    ...(advances === 'deadlines' ? [] : ['advances']),
    ...nodes.flatMap((node) => [
      node.kind,
      ...(node.service === undefined ? [] : ['in.service']),
      ...(node.kind === 'deferredList' && node.gather ? ['deferredList.gather'] : []),
      ...(node.kind === 'loopingCall' && node.withCount ? ['loopingCall.withCount'] : []),
      ...('chain' in node ? node.chain.flatMap(Object.keys).map((key) => `link.${key}`) : []),
    ]),
    ...steps.flatMap((step) => [
      step.do,
      ...Object.keys(step.when ?? {}).map((key) => `when.${key}`),
      ...(step.do === 'await' && step.onError !== undefined ? ['await.onError'] : []),
    ]),
    ...durations.flatMap((duration) => (typeof duration === 'number' ? [] : Object.keys(duration))),
  ];
}

import { produce } from 'immer';
import { describe, expect, test } from 'vitest';

import {
  addLink,
  addTimeout,
  clearLinkSide,
  moveLink,
  moveLinkSide,
  removeLink,
  setLinkSide,
  setTimeoutSeconds,
} from '#schedule/chainEdits.ts';
import { chainOf } from '#schedule/language.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { ChainLink, Schedule } from '#schedule/schema.ts';

import { schedule } from '../support/schedules.ts';

/** Makes edits one after the other; the document must be valid after each. */
const make = (start: Schedule, ...edits: readonly ScheduleEdit[]): Schedule =>
  edits.reduce((before, edit) => {
    const after = produce(before, (draft) => edit.apply(draft));
    const parsed = parseSchedule(after);
    if (!parsed.ok) throw new Error(`${edit.label}: ${parsed.problems.map(formatProblem).join()}`);
    return after;
  }, start);

const START = schedule({
  functions: { parse: [], report: [], close: [] },
  nodes: [
    {
      id: 'fetch',
      kind: 'deferLater',
      delay: 2,
      chain: [{ callback: 'parse', errback: 'report' }, { timeout: 3 }, { both: 'close' }],
    },
    { id: 'alarm', kind: 'callLater', delay: 1, call: 'report' },
  ],
});

const chain = (...edits: readonly ScheduleEdit[]): readonly ChainLink[] =>
  chainOf(make(START, ...edits).nodes[0]!);
const functions = (...edits: readonly ScheduleEdit[]): readonly string[] =>
  Object.keys(make(START, ...edits).functions);

describe('a link', () => {
  test('is added at the end with a function of its own', () => {
    const after = make(START, addLink('fetch', 'errback'), addLink('fetch', 'both'));
    expect([chainOf(after.nodes[0]!).slice(3), Object.keys(after.functions).slice(3)]).toEqual([
      [{ errback: 'fetch_failed' }, { both: 'fetch_ended' }],
      ['fetch_failed', 'fetch_ended'],
    ]);
  });

  test('is given another function, or a new one, and the old one goes where only it called it', () => {
    const existing = setLinkSide('fetch', 0, 'callback', 'close');
    const fresh = setLinkSide('fetch', 0, 'callback', null);
    expect([chain(existing)[0], functions(existing)]).toEqual([
      { callback: 'close', errback: 'report' },
      ['report', 'close'],
    ]);
    expect([chain(fresh)[0], functions(fresh)]).toEqual([
      { callback: 'fetch_done', errback: 'report' },
      ['report', 'close', 'fetch_done'],
    ]);
  });

  test('loses its other sides by both, and both by a side', () => {
    expect([
      chain(setLinkSide('fetch', 0, 'both', 'report'))[0],
      chain(setLinkSide('fetch', 2, 'errback', 'report'))[2],
    ]).toEqual([{ both: 'report' }, { errback: 'report' }]);
    expect(functions(setLinkSide('fetch', 2, 'errback', 'report'))).toEqual(['parse', 'report']);
  });

  test('loses a side, and goes with its last one', () => {
    expect([
      chain(clearLinkSide('fetch', 0, 'errback'))[0],
      chain(clearLinkSide('fetch', 0, 'errback'), clearLinkSide('fetch', 0, 'callback'))[0],
      functions(clearLinkSide('fetch', 0, 'callback')),
    ]).toEqual([{ callback: 'parse' }, { timeout: 3 }, ['report', 'close']]);
  });

  test('has its lone function put on another rail', () => {
    expect([
      chain(moveLinkSide('fetch', 2, 'both', 'errback'))[2],
      chain(moveLinkSide('fetch', 2, 'both', 'callback'))[2],
      chain(clearLinkSide('fetch', 0, 'errback'), moveLinkSide('fetch', 0, 'callback', 'both'))[0],
    ]).toEqual([{ errback: 'close' }, { callback: 'close' }, { both: 'parse' }]);
  });

  test('is moved and removed, with the functions that only it called', () => {
    expect(chain(moveLink('fetch', 2, 0))).toEqual([
      { both: 'close' },
      { callback: 'parse', errback: 'report' },
      { timeout: 3 },
    ]);
    expect([chain(removeLink('fetch', 0)), functions(removeLink('fetch', 0))]).toEqual([
      [{ timeout: 3 }, { both: 'close' }],
      ['report', 'close'],
    ]);
  });
});

describe('a timeout', () => {
  test('is added, set, moved and removed', () => {
    expect(chain(addTimeout('fetch', 5)).at(-1)).toEqual({ timeout: 5 });
    expect(chain(setTimeoutSeconds('fetch', 1, 0.5))[1]).toEqual({ timeout: 0.5 });
    expect(chain(moveLink('fetch', 1, 2))[2]).toEqual({ timeout: 3 });
    expect([chain(removeLink('fetch', 1)), functions(removeLink('fetch', 1))]).toEqual([
      [{ callback: 'parse', errback: 'report' }, { both: 'close' }],
      ['parse', 'report', 'close'],
    ]);
  });

  test('is replaced by a function, and has no side to clear', () => {
    expect(chain(setLinkSide('fetch', 1, 'errback', 'report'))[1]).toEqual({ errback: 'report' });
    expect(chain(clearLinkSide('fetch', 1, 'errback'))).toEqual(chain());
  });
});

test('what is not there cannot be edited, and the error says what', () => {
  const message = (edit: ScheduleEdit): string => {
    try {
      make(START, edit);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return 'made';
  };
  expect([
    message(addTimeout('alarm', 1)),
    message(removeLink('fetch', 7)),
    message(setTimeoutSeconds('fetch', 0, 1)),
    message(moveLinkSide('fetch', 1, 'callback', 'errback')),
    message(addLink('nobody', 'both')),
  ]).toEqual([
    'alarm is a callLater and has no chain.',
    'fetch has no link 8.',
    'Link 1 of fetch is no timeout.',
    'Link 2 of fetch has no callback.',
    'There is no node nobody.',
  ]);
});

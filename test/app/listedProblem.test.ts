import { expect, test } from 'vitest';

import { documentProblems, runProblems } from '#app/problems/listedProblem.ts';
import { UNHANDLED_READER } from '#trace/unhandledErrors.ts';
import type { RunStatus } from '#trace/runEnd.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const RAISE = { do: 'raise', error: { type: 'ValueError', message: 'no' } };

const document = schedule({
  functions: {
    fail: [RAISE],
    never: [{ do: 'log', text: 'x', when: { fromCall: 3, untilCall: 2 } }],
  },
  nodes: [
    { kind: 'deferLater', id: 'early', delay: 1, call: 'fail' },
    { kind: 'outsideEvent', id: 'clicks', at: [0.5, 2, 3], call: 'fail' },
    { kind: 'callLater', id: 'odd', delay: 1, call: 'never' },
  ],
});
const { trace, end } = run(document);
const errors = UNHANDLED_READER.readOn(UNHANDLED_READER.begin(trace), trace.length);

const lines = (status: RunStatus): readonly string[] =>
  runProblems(errors, status, trace.header).map(({ severity, subject, when, text }) =>
    [severity, subject, when, text].join(' | '),
  );

test('warnings of the document lead into it', () => {
  const user = { node: 'odd', place: { at: 'own' } };
  expect(documentProblems(document)).toEqual([
    {
      key: 'document 0 functions/never/steps/0/when',
      severity: 'warning',
      subject: 'never, step 1',
      when: '',
      text: 'never holds: from call 3 until call 2',
      target: { to: 'document', place: { at: 'function', function: 'never', step: 0, user } },
    },
  ]);
});

test('errors of one node that read the same are one problem, in the order of the first ones', () => {
  expect(lines({ state: 'ended', end })).toEqual([
    "error | clicks | first at 0.500 s, 3 times | ValueError('no') left its function, and the reactor logged it: catch it by an errback, or do not raise it",
    "error | early | at 1.000 s | ValueError('no') is unhandled: give the chain an errback behind it",
  ]);
});

test('an error leads to its first event', () => {
  const targets = runProblems(errors, { state: 'ended', end }, trace.header).map(
    ({ target }) => target,
  );
  const kinds = targets.map((target) =>
    target.to === 'event' ? [trace.timeAt(target.sequence), trace.kindAt(target.sequence)] : null,
  );
  expect(kinds).toEqual([
    [0.5, 'loggedError'],
    [1, 'unhandled'],
  ]);
});

test('while it runs, a failure may still be handled', () => {
  expect(lines({ state: 'running', time: 30 }).map((line) => line.slice(0, 14))).toEqual([
    'error | clicks',
  ]);
});

test('a budget that is used up, and a simulator that failed, are problems', () => {
  const none = UNHANDLED_READER.begin(trace);
  const limit = { what: 'instant', count: 50_000, canRaise: true, nodes: [2] } as const;
  const usedUp = { why: 'limit', time: 0, unhandled: [], limit } as const;
  expect([
    runProblems(none, { state: 'ended', end: usedUp }, trace.header),
    runProblems(none, { state: 'broken', message: 'no memory' }, trace.header),
  ]).toEqual([
    [
      {
        key: 'limit',
        severity: 'error',
        subject: 'run',
        when: 'at 0.000 s',
        text: 'budget of 50,000 events at one instant used up, mostly by odd: let it run on, or find what repeats without a pause',
        target: { to: 'end', node: 'odd' },
      },
    ],
    [
      {
        key: 'broken',
        severity: 'error',
        subject: 'simulator',
        when: '',
        text: 'failed: no memory. Undo the last edit, or reload the page',
        target: { to: 'nowhere' },
      },
    ],
  ]);
});

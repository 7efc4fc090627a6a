import { expect, test } from 'vitest';

import { checkSchedule } from '#schedule/checkSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';

import { schedule } from '../support/schedules.ts';

test('a node that nothing starts is a warning', () => {
  const never = { starts: 'never', chain: [] };
  const document = schedule({
    functions: {
      go: [
        { do: 'start', node: 'by_start' },
        { do: 'cancel', node: 'only_cancelled' },
        { do: 'returnDeferred', node: 'by_wait', start: true },
      ],
    },
    nodes: [
      { kind: 'callLater', id: 'first', delay: 1, call: 'go' },
      { ...never, kind: 'deferred', id: 'by_start' },
      { ...never, kind: 'deferred', id: 'by_wait' },
      { ...never, kind: 'deferred', id: 'by_list' },
      { ...never, kind: 'deferred', id: 'only_waited' },
      { ...never, kind: 'deferred', id: 'only_cancelled' },
      { kind: 'deferredList', id: 'list', members: ['by_list'] },
      { kind: 'deferredList', id: 'other', members: ['only_waited'], startMembers: false },
      { kind: 'semaphore', id: 'tokens', tokens: 1, starts: 'never' },
    ],
  });
  const mend = 'is never started: let it start with the program, or let a step or a list start it';
  expect(
    checkSchedule(document).map((problem) => [problem.severity, formatProblem(problem)]),
  ).toEqual([
    ['warning', `nodes[4].starts: ${mend}`],
    ['warning', `nodes[5].starts: ${mend}`],
  ]);
});

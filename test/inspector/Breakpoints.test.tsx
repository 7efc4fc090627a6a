import { act } from '@testing-library/react';
import { expect, test } from 'vitest';

import { POLL } from '../support/openStudio.ts';
import { schedule } from '../support/schedules.ts';
import { button, inspect } from './inspect.ts';

test('one breaks on the selected event, and takes that back', async () => {
  const { studio, user, document } = await inspect(POLL, 'poll');
  const { trace } = studio.run.getState();
  const kinds = Array.from({ length: trace.length }, (_, at) => trace.kindAt(at));
  act(() => {
    studio.select({ event: kinds.indexOf('raised') });
  });
  await user.click(button('Break on this'));
  const set = [document().breakpoints, button('Break on this').getAttribute('aria-pressed')];
  await user.click(button('Break on this'));
  act(() => {
    studio.select({ event: kinds.indexOf('passBegan') });
  });
  await user.click(button('Break on this'));
  expect([...set, document().breakpoints]).toEqual([
    [{ on: 'event', event: 'raised', node: 'poll', enabled: true }],
    'true',
    // The reactor is no node of the schedule.
    [{ on: 'event', event: 'passBegan', enabled: true }],
  ]);
});

test('a node offers what it can be stopped at, and takes back what is there', async () => {
  const { document, pick, select } = await inspect(
    schedule({
      functions: { f: [] },
      nodes: [
        { kind: 'callLater', id: 'later', delay: 1, call: 'f' },
        { kind: 'queue', id: 'rows' },
      ],
    }),
    'later',
  );
  await pick(button(/^Break when/), 'it runs late');
  await pick(button(/^Break when/), /^anything happens to it/);
  await pick(button('Break when… (2)'), /^it runs late/);
  select('rows');
  await pick(button(/^Break when/), 'it stores an object');
  expect(document().breakpoints).toEqual([
    { on: 'event', node: 'later', enabled: true },
    { on: 'event', event: 'put', node: 'rows', enabled: true },
  ]);
});

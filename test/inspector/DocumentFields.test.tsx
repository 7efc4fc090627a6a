import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { schedule } from '../support/schedules.ts';
import { choices, field, inspect } from './inspect.ts';

const DOCUMENT = schedule({
  functions: { work: [] },
  nodes: [{ kind: 'deferToThread', id: 'job', call: 'work', starts: 'never' }],
});
const WITHOUT_THREADS = schedule({ nodes: [] });

test('the settings of a document are each said in a sentence, and set', async () => {
  const { fill, document } = await inspect(DOCUMENT, null);
  await fill(field('Name'), 'Poll');
  await fill(field('Notes'), 'Two **lines**');
  await fill(field('Horizon'), '2min');
  await fill(field('Seed'), '-7');
  await fill(field('Min'), '2');
  await fill(field('Max'), '4');
  expect(document()).toMatchObject({
    name: 'Poll',
    notes: 'Two **lines**',
    horizon: 120,
    seed: -7,
    threadPool: { min: 2, max: 4 },
  });
  for (const name of ['Horizon', 'Seed', 'Clock', 'Epoch', 'Min', 'Max']) {
    expect(field(name)).toHaveAccessibleDescription(/\w+ \w+ \w+/);
  }
});

test('a pool whose least is above its most is refused', async () => {
  const { fill, document } = await inspect(DOCUMENT, null);
  await fill(field('Min'), '11');
  expect(screen.getByRole('alert')).toHaveTextContent(
    'must not have a min of 11 above its max of 10: lower min',
  );
  expect(document().threadPool).toEqual({ min: 1, max: 10 });
});

test('an epoch is taken when the field is left, in full', async () => {
  const { fill, document, user } = await inspect(DOCUMENT, null);
  await fill(field('Epoch'), '2026-03-01 08:00');
  expect(document().epoch).toBeNull();
  await user.tab();
  expect(document().epoch).toBe('2026-03-01T08:00:00Z');
  expect(field('Epoch')).toHaveValue('2026-03-01T08:00:00Z');
  await fill(field('Epoch'), 'tomorrow');
  expect(screen.queryByRole('alert')).toBeNull();
  await user.tab();
  expect(screen.getByRole('alert')).toHaveTextContent('must be a date and time such as');
  await fill(field('Epoch'), '');
  await user.tab();
  expect(document().epoch).toBeNull();
});

describe('the clock', () => {
  test('of a test is advanced to deadlines or by steps, which go with it', async () => {
    const { fill, document, user, labels } = await inspect(WITHOUT_THREADS, null);
    expect(screen.queryByLabelText('Advances')).toBeNull();
    await user.selectOptions(field('Clock'), 'test clock (task.Clock)');
    expect(choices('Advances')).toEqual(['from deadline to deadline', 'by these steps']);
    await user.selectOptions(field('Advances'), 'by these steps');
    await fill(field('Steps'), '1, 2.5, 200ms');
    expect(document()).toMatchObject({ clock: 'testClock', advances: [1, 2.5, 0.2] });
    expect(field('Steps')).toHaveAccessibleDescription('3 advances, to 3.7 s');
    const before = labels().length;
    await user.selectOptions(field('Clock'), 'reactor');
    expect(document()).toMatchObject({ clock: 'reactor', advances: 'deadlines' });
    expect(labels()).toHaveLength(before + 1);
    expect(screen.queryByLabelText('Steps')).toBeNull();
  });

  test('of a test has no threads, which is said where it is chosen', async () => {
    const { document, user } = await inspect(DOCUMENT, null);
    await user.selectOptions(field('Clock'), 'test clock (task.Clock)');
    expect(document().clock).toBe('reactor');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'cannot be used on a test clock, which has no threads',
    );
  });
});

import { expect, onTestFinished, test } from 'vitest';

import { setDocumentFields } from '#schedule/documentEdits.ts';
import { createStudio } from '#store/createStudio.ts';

import { POLL } from '../support/openStudio.ts';
import { testHost } from '../support/testHost.ts';

test('a studio that only shows begins with what it is given, and refuses every edit', async () => {
  const studio = await createStudio(testHost(), { schedule: POLL, isReadOnly: true });
  onTestFinished(() => studio.dispose());
  const before = studio.history.getState();
  expect(before.schedule).toEqual(POLL);
  expect(studio.edit(setDocumentFields({ name: 'Other' })).map(({ message }) => message)).toEqual([
    'is only shown here: open it in Reactor Studio',
  ]);
  expect(studio.history.getState()).toBe(before);
});

test('what it is told at the beginning is said', async () => {
  const studio = await createStudio(testHost(), { schedule: POLL, told: 'The link is broken.' });
  onTestFinished(() => studio.dispose());
  expect(studio.notice.getState().notice?.text).toBe('The link is broken.');
});

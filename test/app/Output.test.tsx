import { act, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

import { Output } from '#app/output/Output.tsx';

import { renderWithStudio } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

const lines = (): readonly (string | null)[] =>
  within(screen.getByRole('list', { name: 'Lines of the output' }))
    .getAllByRole('listitem')
    .map((line) => line.textContent);

const PRINTED =
  "check 1\ncheck 2\ncheck 3\ncheck 4\nUnhandled error in Deferred: ValueError('empty')\n";

test('the output is what the program printed, and what Twisted writes about its errors', async () => {
  await renderWithStudio(<Output />);
  expect(lines()).toEqual([
    '0.000check 1',
    '5.000check 2',
    '10.000check 3',
    '15.000check 4',
    "15.000Unhandled error in Deferred: ValueError('empty') (poll)",
  ]);
});

test('what is not printed yet is drawn faint', async () => {
  const { studio } = await renderWithStudio(<Output />);
  const rows = (): readonly Element[] => [...screen.getByRole('list').children].slice(0, 2);
  const faint = (): readonly boolean[] => rows().map((row) => /future/.test(row.className));
  const seen = [faint()];
  for (const go of [studio.toStart, studio.nextInstant, studio.toEnd]) {
    act(() => {
      go();
    });
    seen.push(faint());
  }
  expect(seen).toEqual([
    [false, true],
    [true, true],
    [false, false],
    [false, false],
  ]);
});

test('a program that prints nothing is told how to', async () => {
  await renderWithStudio(<Output />, schedule({ nodes: [] }));
  expect(screen.getByText(/Nothing is printed/).textContent).toBe(
    'Nothing is printed. A log step of a function prints a line here.',
  );
});

test('the output is copied as the terminal shows it', async () => {
  const { user } = await renderWithStudio(<Output />);
  await user.click(screen.getByRole('button', { name: 'Copy output' }));
  expect(await navigator.clipboard.readText()).toBe(PRINTED);
});

test('where the clipboard is denied, the text is there to be copied by hand', async () => {
  const { user } = await renderWithStudio(<Output />);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  await user.click(screen.getByRole('button', { name: 'Copy output' }));
  const text = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'Text of the output',
  });
  expect(text.value).toBe(PRINTED);
});

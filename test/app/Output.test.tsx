import { act, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

import { Output } from '#app/output/Output.tsx';

import { renderWithStudio } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

const lines = (): readonly (string | null)[] =>
  within(screen.getByRole('listbox', { name: 'Lines of the output' }))
    .getAllByRole('option')
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
  const rows = (): readonly Element[] => [...screen.getByRole('listbox').children].slice(0, 2);
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

test('a filter keeps the lines with a text, also for copying; Esc empties it', async () => {
  const { user } = await renderWithStudio(<Output />);
  const field = screen.getByRole('textbox', { name: 'Filter the output' });
  await user.type(field, 'CHECK 3');
  const filtered = [
    lines(),
    within(screen.getByRole('region', { name: 'Output' })).getByRole('status').textContent,
  ];
  await user.click(screen.getByRole('button', { name: 'Copy filtered output' }));
  const copied = await navigator.clipboard.readText();
  await user.type(field, ' not');
  const none = screen.getByText(/^No line has this text/);
  await user.type(field, '{Escape}');
  expect([filtered, copied, none.isConnected, lines()[1]]).toEqual([
    [['10.000check 3'], '1 line'],
    'check 3\n',
    false,
    '5.000check 2',
  ]);
});

test('a press on a line, or Enter, goes to its event; the last line to the end of the run', async () => {
  const { user, studio } = await renderWithStudio(<Output />);
  const at = (): readonly unknown[] => {
    const { event, nodes } = studio.view.getState().selection;
    const { count, time } = studio.now.getState();
    return [time, nodes, event === null ? null : count - event];
  };
  await user.click(screen.getByText('check 2'));
  const seen = [at(), screen.getByRole('option', { selected: true }).textContent];
  await user.keyboard('{ArrowDown}{Enter}');
  seen.push(at());
  await user.keyboard('{End}{Enter}');
  expect([...seen, studio.now.getState().count]).toEqual([
    [5, ['poll'], 1],
    '5.000check 2',
    [10, ['poll'], 1],
    studio.run.getState().trace.length,
  ]);
});

test('the playhead is marked behind the last line that is printed', async () => {
  const { studio } = await renderWithStudio(<Output />);
  const current = (): string | null | undefined =>
    screen.queryByRole('option', { current: true })?.textContent;
  const seen = [current()];
  for (const go of [studio.toStart, studio.nextInstant]) {
    act(() => {
      go();
    });
    seen.push(current());
  }
  expect(seen).toEqual(['0.000check 1', undefined, '5.000check 2']);
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

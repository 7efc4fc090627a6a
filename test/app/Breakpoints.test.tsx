import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { Breakpoints } from '#app/breakpoints/Breakpoints.tsx';
import { Transport } from '#app/transport/Transport.tsx';
import type { Breakpoint } from '#schedule/schema.ts';

import { POLL } from '../support/openStudio.ts';
import { renderWithStudio, type Rendered } from '../support/renderWithStudio.tsx';

const FAILS: Breakpoint = { on: 'failure', node: 'poll', enabled: true };
const TICKS: Breakpoint = { on: 'event', event: 'ticked', enabled: true };

const renderBreakpoints = (...breakpoints: readonly Breakpoint[]): Promise<Rendered> =>
  renderWithStudio(
    <>
      <Breakpoints />
      <Transport />
    </>,
    { ...POLL, breakpoints: [...breakpoints] },
  );

const panel = (): HTMLElement => screen.getByRole('region', { name: 'Breakpoints' });
const button = (name: string): HTMLElement => within(panel()).getByRole('button', { name });
const inDocument = ({ studio }: Rendered): readonly Breakpoint[] =>
  studio.history.getState().schedule.breakpoints;

/** The rows: whether each is on, what it waits for, and its hits. */
const rows = (): readonly string[] =>
  within(panel())
    .queryAllByRole('listitem')
    .map((row) => {
      const box = within(row).getByRole<HTMLInputElement>('checkbox');
      const hits = /\d[\d,]* hits?|no hit|off/.exec(row.textContent)?.[0] ?? '?';
      return `${box.checked ? 'on' : 'off'} ${box.getAttribute('aria-label') ?? ''}, ${hits}`;
    });

test('each breakpoint says what it waits for and how often it is hit', async () => {
  await renderBreakpoints(
    TICKS,
    FAILS,
    { on: 'time', time: 7, enabled: true },
    { on: 'time', time: 7, node: 'poll', enabled: true },
    { on: 'time', time: 99, enabled: true },
    { on: 'text', text: 'nowhere', enabled: true },
    { ...TICKS, node: 'poll', enabled: false },
  );
  expect(rows()).toEqual([
    'on 1: anything ticks, 4 hits',
    'on 2: any failure of poll, 2 hits',
    'on 3: 7 s, 1 hit',
    'on 4: first event of poll from 7 s on, 1 hit',
    'on 5: 99 s, no hit',
    "on 6: text 'nowhere', no hit",
    'off 7: poll ticks, off',
  ]);
});

test('a new one begins with what is selected, and its fields are those of its kind', async () => {
  const rendered = await renderBreakpoints();
  const { user, studio } = rendered;
  act(() => {
    studio.select({ nodes: ['poll'] });
  });
  await user.click(button('Add a breakpoint'));
  const form = within(screen.getByRole('form', { name: 'New breakpoint' }));
  const begun = ['Stop at', 'Node'].map(
    (label) => form.getByLabelText<HTMLSelectElement>(label).value,
  );
  await user.selectOptions(form.getByLabelText('Stop at'), 'a value');
  await user.clear(form.getByLabelText('Equal to'));
  await user.keyboard('oops{Enter}');
  const refused = screen.getByRole('alert').textContent;
  await user.clear(form.getByLabelText('Equal to'));
  await user.keyboard("'ok'{Enter}");
  expect([begun, refused, inDocument(rendered), screen.queryByRole('form')]).toEqual([
    ['failure', 'poll'],
    'must be a value in Python or JSON: text is written in quotes, as "oops"',
    [{ on: 'value', value: 'ok', node: 'poll', enabled: true }],
    null,
  ]);
});

test('a new one begins with the selected event', async () => {
  const rendered = await renderBreakpoints();
  const { user, studio } = rendered;
  const { trace } = studio.run.getState();
  const printed = Array.from({ length: trace.length }, (_, at) => trace.kindAt(at)).indexOf(
    'logged',
  );
  act(() => {
    studio.select({ event: printed, nodes: ['poll'] });
  });
  await user.click(button('Add a breakpoint'));
  await user.click(button('Add'));
  expect(inDocument(rendered)).toEqual([
    { on: 'event', event: 'logged', node: 'poll', enabled: true },
  ]);
});

test('the same one is refused with its number', async () => {
  const rendered = await renderBreakpoints({ on: 'failure', enabled: false });
  await rendered.user.click(button('Add a breakpoint'));
  await rendered.user.click(button('Add'));
  expect([screen.getByRole('alert').textContent, inDocument(rendered).length]).toEqual([
    'breakpoints[0]: breakpoint 1 waits for the same already: switch it on, or change it',
    1,
  ]);
});

test('it is switched off, changed, deleted and brought back', async () => {
  const rendered = await renderBreakpoints(TICKS, FAILS);
  const { user, studio } = rendered;
  await user.click(screen.getByRole('checkbox', { name: '1: anything ticks' }));
  const off = rows();
  await user.click(button('Edit breakpoint 2'));
  await user.selectOptions(screen.getByLabelText('Stop at'), 'a time');
  await user.clear(screen.getByLabelText('Time'));
  await user.type(screen.getByLabelText('Time'), '200ms');
  await user.selectOptions(screen.getByLabelText('Node'), 'any node');
  await user.click(button('Change'));
  const changed = rows();
  await user.click(button('Delete breakpoint 1'));
  const left = rows();
  act(() => {
    studio.undo();
    studio.undo();
    studio.undo();
  });
  expect([off, changed, left, rows()]).toEqual([
    ['off 1: anything ticks, off', 'on 2: any failure of poll, 2 hits'],
    ['off 1: anything ticks, off', 'on 2: 0.2 s, 1 hit'],
    ['on 1: 0.2 s, 1 hit'],
    ['on 1: anything ticks, 4 hits', 'on 2: any failure of poll, 2 hits'],
  ]);
});

test('Esc leaves a breakpoint as it was, and the focus goes back to where it came from', async () => {
  const rendered = await renderBreakpoints(TICKS);
  const { user } = rendered;
  await user.click(button('Edit breakpoint 1'));
  await user.selectOptions(screen.getByLabelText('Event'), 'prints');
  await user.keyboard('{Escape}');
  await act(async () => {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  });
  expect([inDocument(rendered), document.activeElement]).toEqual([
    [TICKS],
    button('Edit breakpoint 1'),
  ]);
});

test('keys and buttons lead from hit to hit, and it is said where and why', async () => {
  const { user, studio } = await renderBreakpoints(TICKS, FAILS);
  const transport = screen.getByRole('region', { name: 'Transport' });
  const said = (): string => transport.querySelector('span[aria-live]')?.textContent ?? '';
  const seen: string[] = [];
  const press = async (keys: string): Promise<void> => {
    await user.keyboard(keys);
    seen.push(`${studio.now.getState().time}: ${said()}`);
  };
  act(() => {
    studio.toStart();
  });
  await press('{Shift>}{F8}{/Shift}');
  await press(']');
  await press('{Shift>}{F9}{/Shift}');
  await press('[[');
  await user.click(button('Next hit of breakpoint 2'));
  seen.push(`${studio.now.getState().time}: ${said()}`);
  const current = within(panel())
    .getAllByRole('listitem')
    .map((row) => row.getAttribute('aria-current'));
  await press(',');
  expect([seen, current]).toEqual([
    [
      '0: Stopped at “anything ticks” (breakpoint 1) at 0 s',
      '5: Stopped at “anything ticks” (breakpoint 1) at 5 s',
      '0: Stopped at “anything ticks” (breakpoint 1) at 0 s',
      '0: No breakpoint is hit before this instant',
      '15: Stopped at “any failure of poll” (breakpoint 2) at 15 s',
      '15: ',
    ],
    [null, 'true'],
  ]);
});

test('where none is switched on, it is said where to add one', async () => {
  const { user } = await renderBreakpoints({ ...TICKS, enabled: false });
  await user.click(screen.getByRole('button', { name: 'Next breakpoint' }));
  expect(screen.getByText('No breakpoint is switched on: add one in Breakpoints')).toBeVisible();
});

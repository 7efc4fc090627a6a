import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { enableBreakpoints } from '#schedule/breakpointEdits.ts';

import { POLL } from '../support/openStudio.ts';
import { renderGraph } from './renderGraph.tsx';

const graph = () => within(screen.getByRole('region', { name: 'Graph' }));

test('a card breaks at what its node does, by key and menu, and shows a dot', async () => {
  const { studio, user } = await renderGraph(POLL);
  const breakpoints = () => studio.history.getState().schedule.breakpoints;
  const dots = () => graph().queryAllByRole('img', { name: /breakpoint/ });
  const menu = async (): Promise<HTMLElement> => {
    act(() => {
      graph().getByRole('group', { name: /^poll/ }).focus();
    });
    await user.keyboard('b');
    return screen.getByRole('menu', { name: 'Break at poll' });
  };
  const offered = within(await menu())
    .getAllByRole('menuitem')
    .map((item) => item.textContent);
  // The likeliest is where the focus is.
  await user.keyboard('{Enter}');
  const ticks = breakpoints();
  const shown = dots().map((dot) => dot.getAttribute('aria-label'));
  act(() => {
    studio.edit(enableBreakpoints([0], false));
  });
  const off = dots().map((dot) => dot.getAttribute('aria-label'));
  await user.click(within(await menu()).getByRole('menuitem', { name: 'it ticks remove' }));
  expect([offered, ticks, shown, off, breakpoints(), dots()]).toEqual([
    [
      'it ticks',
      'it skips ticks',
      'anything of it fails',
      'it has an unhandled error',
      'it runs late',
      'anything happens to it',
    ],
    [{ on: 'event', event: 'ticked', node: 'poll', enabled: true }],
    ['breakpoint'],
    ['breakpoint, off'],
    [],
    [],
  ]);
});

test('the dot is a part of the name of the card', async () => {
  await renderGraph({ ...POLL, breakpoints: [{ on: 'failure', node: 'poll', enabled: true }] });
  expect(graph().getByRole('group', { name: /^poll LoopingCall .* breakpoint$/ })).toBeVisible();
});

import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';
import { saveDocument } from './support/savedDocument.ts';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });

/** A document with two loops: one prints a line a tick, one is still. */
const beating = (horizon: number): object => ({
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'Beat',
  horizon,
  functions: { tick: { steps: [{ do: 'log', text: 'tick {call}' }] }, rest: { steps: [] } },
  nodes: [
    {
      kind: 'loopingCall',
      id: 'beat',
      position: { x: 0, y: 0 },
      starts: 'program',
      interval: 1,
      call: 'tick',
    },
    {
      kind: 'loopingCall',
      id: 'slow',
      position: { x: 0, y: 240 },
      starts: 'program',
      interval: 4,
      call: 'rest',
    },
  ],
});

async function open(page: Page, horizon: number): Promise<Locator> {
  await saveDocument(page, beating(horizon));
  await page.goto('./');
  return region(page, 'Events');
}

test('the filter completes by keys, names a wrong term, and is filled from an event', async ({
  page,
}) => {
  const events = await open(page, 20);
  const field = events.getByRole('combobox');
  await field.pressSequentially('no');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('node:');
  await field.pressSequentially('sl');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('node:slow ');
  await field.pressSequentially('kind:tick after:4 before:0:12');
  await expect(events.getByRole('option')).toContainText([
    /^4\.000slowtick 2/,
    /^8\.000slow/,
    /run/,
  ]);
  await field.fill('node:slw tick ');
  await expect(events).toContainText('node:slw: there is no node slw. Nodes: slow, beat, reactor.');
  await expect(events).toContainText(/69 of \d+/);
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await events
    .getByRole('option', { name: '0.000 beat tick 1', exact: true })
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Only ticked (ticks)' }).click();
  await expect(field).toHaveValue('kind:ticked');
});

test('with a million events a filter finds ten, and the output a line', async ({ page }) => {
  const events = await open(page, 1e9);
  await expect(region(page, 'Transport')).toContainText('budget of 1,000,000 events used up', {
    timeout: 30_000,
  });
  await events.getByRole('combobox').fill('node:beat kind:ticked after:60000 before:60010 ');
  await expect(events).toContainText('10 of 1,000,');
  const output = region(page, 'Output');
  await output.getByRole('textbox').fill('tick 77777');
  await expect(output.getByRole('option')).toHaveText(['77776.000tick 77777']);
  await output.getByRole('option').click();
  await expect(page.getByLabel('Time of the playhead')).toHaveValue('21:36:16.000');
});

test('pending calls stand in the order in which they run, and lead to where they do', async ({
  page,
}) => {
  await open(page, 20);
  const clock = page.getByLabel('Time of the playhead');
  await clock.fill('2.5');
  await clock.press('Enter');
  await clock.blur();
  await page.keyboard.press('Alt+Shift+Q');
  const pending = region(page, 'Pending calls');
  await expect(pending.getByRole('option')).toHaveText([
    '3.000beattick 4: tick()in 0.5 s',
    '4.000slowtick 2: rest()in 1.5 s',
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(region(page, 'Inspector').getByLabel('Name', { exact: true })).toHaveValue('slow');
  await page.keyboard.press('Enter');
  await expect(clock).toHaveValue('00:04.000');
  await expect(pending.getByRole('option').first()).toContainText('beat');
});

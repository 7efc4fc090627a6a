import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
const chain = (page: Page): Locator => region(page, 'Callback chain');
const hops = (page: Page, name: string): Locator =>
  chain(page)
    .getByRole('list', { name: `What happened in the chain of ${name}`, exact: true })
    .getByRole('listitem');
const clock = (page: Page): Locator =>
  region(page, 'Transport').getByRole('textbox', { name: 'Time of the playhead' });

async function open(page: Page, example: string): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: new RegExp(example) }).click();
  await expect(region(page, 'Transport')).toContainText(/ended at/);
}

async function goTo(page: Page, time: string): Promise<void> {
  await clock(page).fill(time);
  await clock(page).press('Enter');
}

test('a chain that waits shows what it waits for, and what happened and why', async ({ page }) => {
  await open(page, 'Two seconds later');
  await page.getByRole('button', { name: 'Callback chain' }).click();
  await expect(chain(page)).toContainText('Choose a Deferred');
  await chain(page).getByRole('button', { name: 'first_try' }).click();
  await goTo(page, '1');
  await expect(chain(page)).toContainText('Not fired yet');
  await expect(hops(page, 'first_try')).toHaveCount(0);

  await goTo(page, '3');
  await expect(hops(page, 'first_try')).toHaveText([
    /It fires with None: its callbacks are next\./,
    /download is called: deferLater has made it the first callback\./,
    /download raised ConnectionError\('no route to host'\), so the next errback, try_again, gets it\./,
    /try_again, the next errback, gets ConnectionError/,
    /try_again returned the Deferred of second_try\./,
    /The chain waits until second_try has a result\./,
  ]);
  const inner = chain(page).getByRole('group', { name: 'The Deferred that it waits for' });
  await expect(inner).toContainText('Not fired yet');
  await expect(inner).toContainText('parse');
  const results = await new AxeBuilder({ page }).analyze();
  expect(results.violations).toEqual([]);

  // A step moves the marble along; back again it is where it was.
  await goTo(page, '5');
  await expect(inner).toHaveCount(0);
  await expect(hops(page, 'first_try').last()).toContainText(
    'show returned None: no callback is left, so that is the result.',
  );
  await page.getByRole('button', { name: 'Step back', exact: true }).click();
  await page.getByRole('button', { name: 'Step back', exact: true }).click();
  await expect(hops(page, 'first_try').last()).toContainText(
    "show, the next callback, gets '12 rows'.",
  );
  await expect(chain(page)).toContainText('A function of the chain is at work');

  await hops(page, 'first_try').nth(2).getByRole('button', { name: 'why' }).click();
  await expect(hops(page, 'first_try').nth(2)).toContainText('A value has a rail');
  await hops(page, 'first_try').nth(2).getByRole('button').first().click();
  await expect(clock(page)).toHaveValue('00:02.000');
  await expect(hops(page, 'first_try')).toHaveCount(3);
});

test('one of many starts is chosen, by keys, and the newest is followed again', async ({
  page,
}) => {
  await open(page, 'Polling with retry');
  await page.keyboard.press('Alt+Shift+c');
  const nodes = chain(page).getByRole('listitem').getByRole('button');
  await nodes.filter({ hasText: 'fetch' }).first().press('Enter');
  await page.getByRole('button', { name: 'End', exact: true }).click();
  const starts = chain(page).getByRole('combobox', { name: /^Start of/ });
  const before = await starts.inputValue();
  expect(before).toBe('newest');
  await chain(page).getByRole('button', { name: 'The start before' }).press('Enter');
  await expect(starts).not.toHaveValue('newest');
  const chosen = await starts.locator('option:checked').textContent();
  await page.getByRole('button', { name: 'Step back', exact: true }).click();
  await expect(starts.locator('option:checked')).toHaveText(chosen ?? '');
  await chain(page).getByRole('button', { name: 'The next start' }).press('Enter');
  await page.keyboard.press('Alt+Shift+c');
  await expect(chain(page)).toHaveCount(0);
});

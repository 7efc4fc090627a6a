import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });

/** Opens the studio with its first example, and the breakpoints by their key. */
async function openBreakpoints(page: Page): Promise<Locator> {
  await page.goto('./');
  await expect(region(page, 'Transport')).toContainText('ended at');
  await page.keyboard.press('Alt+Shift+B');
  const panel = region(page, 'Breakpoints');
  await expect(panel).toBeVisible();
  return panel;
}

test('playing stops at a failure; the breakpoint is undone, done again and found after a reload', async ({
  page,
}) => {
  const panel = await openBreakpoints(page);
  const transport = region(page, 'Transport');
  const clock = page.getByLabel('Time of the playhead');

  // Add: a failure of the loop, which comes at its fourth tick.
  await panel.getByRole('button', { name: 'Add a breakpoint' }).click();
  await panel.getByLabel('Stop at').selectOption('a failure');
  await panel.getByLabel('Node').selectOption('poll');
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  const row = panel.getByRole('checkbox', { name: '1: any failure of poll' });
  await expect(row).toBeChecked();
  await expect(panel).toContainText('2 hits');
  const card = region(page, 'Graph').getByRole('group', { name: /^poll/ });
  await expect(card.getByRole('img', { name: 'breakpoint' })).toBeVisible();

  // Play: a frame passes over several seconds, and still it stops behind that very event.
  await page.getByLabel('Speed').selectOption('500×');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const stopped = 'Stopped at “any failure of poll” (breakpoint 1) at 15 s';
  await expect(transport).toContainText(stopped);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(clock).toHaveValue('00:15.000');
  await expect(region(page, 'Events').locator('[aria-current="true"]')).toContainText(
    "check_feed() raised ValueError('the feed is empty')",
  );
  await expect(region(page, 'Inspector')).toContainText('raised ValueError');

  // Next and previous: the Deferred fails too; beyond it there is none.
  await page.keyboard.press('Shift+F8');
  await expect(region(page, 'Inspector')).toContainText('failed with ValueError');
  await page.keyboard.press('Shift+F8');
  await expect(transport).toContainText('No breakpoint is hit after this instant');
  await page.getByRole('button', { name: 'Previous breakpoint', exact: true }).click();
  await expect(transport).toContainText(stopped);
  await expect(region(page, 'Inspector')).toContainText('raised ValueError');

  // Undo, redo, reload.
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(row).toBeChecked();
  await row.uncheck();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(region(page, 'Transport')).toContainText('ended at');
  await expect(row).not.toBeChecked();
  await expect(panel).toContainText('off');
});

test('a breakpoint at a time is dragged along the ruler, and playing stops there', async ({
  page,
}) => {
  const panel = await openBreakpoints(page);
  await panel.getByRole('button', { name: 'Add a breakpoint' }).click();
  await panel.getByLabel('Stop at').selectOption('a time');
  await panel.getByLabel('Time').fill('3');
  await page.keyboard.press('Enter');
  const mark = region(page, 'Timeline').getByRole('slider', { name: 'Breakpoint 1' });
  const from = await mark.boundingBox();
  if (from === null) throw new Error('There is no mark.');
  const [x, y] = [from.x + from.width / 2, from.y + from.height - 5];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, y, { steps: 5 });
  await page.mouse.up();
  await expect(panel.getByRole('checkbox')).not.toHaveAccessibleName('1: 3 s');
  const time = await mark.getAttribute('aria-valuenow');
  expect(Number(time)).toBeGreaterThan(3);
  await page.getByLabel('Speed').selectOption('20×');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(region(page, 'Transport')).toContainText(`(breakpoint 1) at ${time} s`);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(panel.getByRole('checkbox')).toHaveAccessibleName('1: 3 s');
});

test('a card breaks by its key, and an event from where it is shown', async ({ page }) => {
  const panel = await openBreakpoints(page);
  await region(page, 'Graph').getByRole('group', { name: /^poll/ }).focus();
  await page.keyboard.press('b');
  await page.getByRole('menuitem', { name: 'it ticks' }).press('Enter');
  await region(page, 'Events')
    .getByRole('option', { name: /poll blocks/ })
    .first()
    .click();
  await region(page, 'Inspector').getByRole('button', { name: 'Break on this' }).click();
  await expect(panel.getByRole('checkbox', { name: '1: poll ticks' })).toBeChecked();
  await expect(panel.getByRole('checkbox', { name: '2: poll blocks' })).toBeChecked();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the breakpoints in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const panel = await openBreakpoints(page);
    for (const kind of ['a time', 'a failure']) {
      await panel.getByRole('button', { name: 'Add a breakpoint' }).click();
      await panel.getByLabel('Stop at').selectOption(kind);
      await panel.getByRole('button', { name: 'Add', exact: true }).click();
    }
    await page.keyboard.press('Shift+F8');
    await panel.getByRole('checkbox').first().uncheck();
    await page.keyboard.press('Shift+F8');
    await panel.getByRole('button', { name: 'Edit breakpoint 1' }).click();
    await expect(page.getByText(/^Stopped at/)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target.join(' '))]),
    ).toEqual([]);
  });
}

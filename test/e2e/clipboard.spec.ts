import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
const node = (page: Page, id: string): Locator =>
  region(page, 'Graph').locator(`.react-flow__node[data-id="${id}"]`);
const edits = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Edits, the first one on top' }).getByRole('option');

async function open(page: Page, example: string): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: new RegExp(example) }).click();
  await expect(region(page, 'Transport')).toContainText(/ended at/);
}

test('nodes are copied to another tab with their functions, and as text', async ({
  page,
  context,
}) => {
  await open(page, 'A task of your own');
  await node(page, 'alarm').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');

  const other = await context.newPage();
  await other.goto('./');
  await other.getByRole('button', { name: 'New', exact: true }).click();
  await other.getByRole('button', { name: /^Add a first callLater/ }).focus();
  await other.keyboard.press('Control+v');
  await expect(node(other, 'alarm')).toContainText('fire job');
  await expect(region(other, 'Graph').getByLabel('alarm fires job')).toBeAttached();
  await other.keyboard.press('Control+v');
  await expect(node(other, 'alarm_2')).toContainText('fire job_2');
  await expect(region(other, 'Output')).toContainText('finished: done');

  // Text from anywhere else is refused, and nothing is lost.
  const name = other.getByRole('textbox', { name: 'Name of the schedule' });
  await name.fill('no nodes');
  await name.press('Control+a');
  await name.press('Control+c');
  await node(other, 'alarm').focus();
  await other.keyboard.press('Control+v');
  await expect(region(other, 'Graph').getByRole('alert')).toBeVisible();
  await expect(node(other, 'alarm_2')).toBeVisible();
});

test('the history is jumped in, and is there again after a reload', async ({ page }) => {
  await open(page, 'A task of your own');
  await node(page, 'alarm').focus();
  await page.keyboard.press('Control+d');
  await expect(node(page, 'alarm_2')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+Shift+l');
  await page.keyboard.press('Alt+Shift+u');
  await expect(edits(page)).toContainText([
    'before these edits',
    'open A task of your own',
    'duplicate alarm',
    'arrange all',
  ]);
  await edits(page).nth(1).click();
  await expect(node(page, 'alarm_2')).toHaveCount(0);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(node(page, 'alarm')).toBeVisible();
  await page.keyboard.press('Alt+Shift+u');
  await edits(page).last().click();
  await expect(node(page, 'alarm_2')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(node(page, 'alarm_2')).toHaveCount(0);
});

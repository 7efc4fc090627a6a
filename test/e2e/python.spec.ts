import { readFile } from 'node:fs/promises';

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });

async function openPython(page: Page): Promise<Locator> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined });
  });
  await page.goto('./');
  await expect(region(page, 'Transport')).toContainText('ended at');
  await page.keyboard.press('Alt+Shift+p');
  const python = region(page, 'Python');
  await expect(python).toContainText('class EveryFiveSeconds:');
  // The colours come by a chunk of their own.
  await expect(python.locator('[data-kind="keyword"]').first()).toBeAttached();
  return python;
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the program marks what is selected, and axe finds nothing in ${scheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const python = await openPython(page);
    await region(page, 'Timeline').getByRole('button', { name: /^poll/ }).click();
    await expect(python.locator('[aria-current="true"]').first()).toContainText('def start_poll');
    await expect(python.locator('[aria-current="true"]').first()).toBeInViewport();
    await region(page, 'Inspector').getByRole('tab', { name: 'Python' }).click();
    await expect(region(page, 'Inspector')).toContainText('d.addErrback(self.report)');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('the program follows every edit, and is copied and saved as it stands', async ({ page }) => {
  const python = await openPython(page);
  await region(page, 'Timeline').getByRole('button', { name: /^poll/ }).click();
  await region(page, 'Inspector').getByLabel('Interval', { exact: true }).fill('7.5');
  await expect(python).toContainText('self.poll.start(7.5)');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(python).toContainText('self.poll.start(5)');
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(python).toContainText('self.poll.start(7.5)');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await python.getByRole('button', { name: 'Copy program' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('self.poll.start(7.5)');

  const download = page.waitForEvent('download');
  await python.getByRole('button', { name: 'Save program' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('every_five_seconds.py');
  expect(await readFile(await file.path(), 'utf8')).toBe(copied);

  await python.getByRole('button', { name: 'Close Python' }).click();
  await expect(python).toHaveCount(0);
});

test('on a narrow screen the program is a part of the column', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const python = await openPython(page);
  await expect(python).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

test.use({ greets: true });

const tour = (page: Page): Locator => page.getByRole('complementary', { name: 'Tour' });

test('a newcomer sees a run, steps back and changes something, and is not greeted again', async ({
  page,
}) => {
  await page.goto('./');
  await expect(tour(page)).toContainText('1 of 4');
  const results = await new AxeBuilder({ page }).analyze();
  expect(results.violations).toEqual([]);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(tour(page)).toContainText('2 of 4');
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('button', { name: 'Step back', exact: true }).click();
  await expect(tour(page)).toContainText('3 of 4');
  await page.locator('#card-poll-id').click();
  await page
    .getByRole('region', { name: 'Inspector', exact: true })
    .getByLabel('Interval', { exact: true })
    .fill('2');
  await expect(tour(page)).toContainText('4 of 4');
  await tour(page).getByRole('button', { name: 'Finish' }).click();
  await expect(tour(page)).toHaveCount(0);
  await page.reload();
  await expect(page.locator('#card-poll-id')).toBeVisible();
  await expect(tour(page)).toHaveCount(0);
});

test('it can be left at once, does not come back, and comes when it is asked for', async ({
  page,
}) => {
  await page.goto('./');
  await tour(page).getByRole('button', { name: 'Leave the tour' }).click();
  await page.reload();
  await expect(page.locator('#card-poll-id')).toBeVisible();
  await expect(tour(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Tour');
  await page.getByRole('option', { name: /^Tour/ }).click();
  await expect(tour(page)).toContainText('1 of 4');
});

test('who comes by a link to a lesson is not greeted', async ({ page }) => {
  await page.goto('./#lesson=at-once');
  await expect(page.getByRole('region', { name: 'Lessons', exact: true })).toBeVisible();
  await expect(tour(page)).toHaveCount(0);
});

import { expect, test } from './support/fixtures.ts';

test('the app opens without an error', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/ – Reactor Studio$/);
  await expect(page.locator('#root')).not.toBeEmpty();
});

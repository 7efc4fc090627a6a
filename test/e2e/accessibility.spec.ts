import AxeBuilder from '@axe-core/playwright';

import { expect, test } from './support/fixtures.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('./');
    await expect(page.getByRole('region', { name: 'Transport' })).toContainText('ended at');
    await page
      .getByRole('region', { name: 'Timeline' })
      .getByRole('button', { name: /^poll/ })
      .click();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target.join(' '))]),
    ).toEqual([]);
  });
}

test('the narrow screen can be used: nothing is wider than it, and every panel is there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  for (const name of [
    'Graph',
    'Transport',
    'Timeline',
    'Events',
    'Output',
    'Inspector',
    'Palette',
  ]) {
    await expect(page.getByRole('region', { name, exact: true })).toBeAttached();
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

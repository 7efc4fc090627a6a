import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

const region = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('region', { name, exact: true });
const clock = (page: Page): Locator =>
  region(page, 'Transport').getByRole('textbox', { name: 'Time of the playhead' });

async function open(page: Page, example: string): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: new RegExp(example) }).click();
  await expect(region(page, 'Transport')).toContainText(/ended at/);
}

test('an instant explains itself by a key: what, why, what comes next, and the Python', async ({
  page,
}) => {
  await open(page, 'Two seconds later');
  await clock(page).fill('3');
  await clock(page).press('Enter');
  await page.locator('.react-flow__node[data-id="first_try"]').click();
  await page.keyboard.press('Alt+Shift+x');
  const card = region(page, /^event \d+$/u);
  await expect(card).toBeFocused();
  await expect(card).toContainText('The chain waits until second_try has a result.');
  await expect(clock(page)).toHaveValue('00:03.000');

  await card.getByRole('button', { name: 'why' }).press('Enter');
  await expect(card).toContainText('A Deferred that is returned is waited for');
  await expect(card).toContainText('In Python');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  // The walk of its causes is followed to its end.
  const causes = card.getByRole('list', { name: 'Causes, the nearest first' });
  await causes.getByRole('button').last().click();
  await expect(card).toContainText('The reactor begins to run.');
  await expect(card).toContainText('none: it comes from outside of the program');

  // The state says what is to come.
  await clock(page).fill('3');
  await clock(page).press('Enter');
  await page.locator('.react-flow__node[data-id="first_try"]').click();
  await page.getByRole('tab', { name: 'At 3.000 s' }).click();
  await expect(page.getByRole('list', { name: 'What comes next' }).last()).toContainText(
    'first_try goes on when second_try has a result.',
  );
});

test('a problem explains itself: the rule behind it, how it came, and the Python', async ({
  page,
}) => {
  await open(page, 'Late ticks are dropped');
  const problems = region(page, 'Problems');
  const explain = problems.getByRole('button', { name: 'Explain' }).first();
  await explain.click();
  const explanation = page.getByRole('dialog', { name: /^Explanation: work_loop/u });
  await expect(explanation).toContainText('A loop keeps to its grid');
  await expect(explanation).toContainText('What happened');
  await expect(explanation).toContainText('In Python');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(explanation).toBeHidden();
  await expect(explain).toBeFocused();
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('it is explained in Chinese', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('button', { name: '示例' }).click();
    await page.getByRole('menuitem', { name: /两秒之后/ }).click();
    await expect(region(page, '播放控制')).toContainText('结束');
    await page.locator('.react-flow__node[data-id="first_try"]').click();
    await page.keyboard.press('Alt+Shift+x');
    await expect(page.locator('#event-card')).toContainText('原因，由近及远');
  });
});

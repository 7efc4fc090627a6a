import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
const lanesOf = (page: Page): Locator => page.getByRole('application', { name: /lanes/ });
const inView = (page: Page): Locator =>
  page.getByRole('slider', { name: 'Part of the run in view' });

/** Opens the studio with its first example, whose run lasts 15 s. */
async function open(page: Page): Promise<void> {
  await page.goto('./');
  await expect(region(page, 'Transport')).toContainText('ended at');
}

/** Drags over the lanes, from one part of their width to another. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  const box = await lanesOf(page).boundingBox();
  if (box === null) throw new Error('The lanes are on the screen.');
  const y = box.y + box.height - 12;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * ((from + to) / 2), y);
  await page.mouse.move(box.x + box.width * to, y);
  await page.mouse.up();
}

test('what is in view is zoomed, goes back a gesture at a time, and is moved in the overview', async ({
  page,
}) => {
  await open(page);
  const whole = '0.000 to 15.000 s';
  await expect(inView(page)).toHaveAttribute('aria-valuetext', whole);

  const box = await lanesOf(page).boundingBox();
  if (box === null) throw new Error('The lanes are on the screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, -100);
  await expect(inView(page)).not.toHaveAttribute('aria-valuetext', whole);
  const zoomed = (await inView(page).getAttribute('aria-valuetext')) ?? '';
  await page.keyboard.press('Backspace');
  await expect(inView(page)).toHaveAttribute('aria-valuetext', whole);
  await page.keyboard.press('Shift+Backspace');
  await expect(inView(page)).toHaveAttribute('aria-valuetext', zoomed);

  await inView(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(inView(page)).not.toHaveAttribute('aria-valuetext', zoomed);
  await page.keyboard.press('f');
  await expect(inView(page)).toHaveAttribute('aria-valuetext', whole);
});

test('a stretch of time is selected with Shift, measured, zoomed to, kept over a reload and cleared', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.down('Shift');
  await drag(page, 0.2, 0.8);
  await page.keyboard.up('Shift');
  const panel = region(page, 'Selected range');
  await expect(panel).toContainText('2 kept, 0 missed');
  await expect(panel).toContainText('reactor busy0.8 s');
  await expect(page.getByRole('slider', { name: 'Range end' })).toBeVisible();
  const results = await new AxeBuilder({ page })
    .include('section[aria-label="Timeline"]')
    .analyze();
  expect(results.violations).toEqual([]);

  await panel.getByRole('button', { name: 'Zoom' }).click();
  await expect(inView(page)).not.toHaveAttribute('aria-valuetext', '0.000 to 15.000 s');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(panel).toContainText('2 kept, 0 missed');
  await lanesOf(page).focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('causes and effects are walked by keys, in the timeline and all other views', async ({
  page,
}) => {
  await open(page);
  const inspector = region(page, 'Inspector');
  await region(page, 'Events')
    .getByRole('option', { name: /poll tick 2/ })
    .click();
  await page.keyboard.press('e');
  await expect(inspector).toContainText('check_feed() called');
  await page.keyboard.press('e');
  const first = (await inspector.textContent()) ?? '';
  await page.keyboard.press('n');
  await expect(inspector).not.toHaveText(first);
  await page.keyboard.press('p');
  await expect(inspector).toHaveText(first);
  await page.keyboard.press('q');
  await page.keyboard.press('q');
  await expect(region(page, 'Events').locator('[aria-selected="true"]')).toContainText('tick 2');

  await page.keyboard.press('z');
  await expect(inView(page)).not.toHaveAttribute('aria-valuetext', '0.000 to 15.000 s');
});

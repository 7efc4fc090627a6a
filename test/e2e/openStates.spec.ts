import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

/** What is open, how a person opens it by keys alone, and what says that it is there. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the command palette': async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('every');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  },
  'the help': async (page) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the palette at the pointer': async (page) => {
    await focusFirstCard(page);
    await page.keyboard.press('a');
    await expect(page.getByRole('menu').getByRole('menuitem').first()).toBeVisible();
  },
  'the form that connects': async (page) => {
    await focusFirstCard(page);
    await page.keyboard.press('c');
    await expect(page.getByRole('form', { name: /^Connect/ })).toBeVisible();
  },
  'a menu of the inspector': async (page) => {
    await focusFirstCard(page);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add step' }).press('Enter');
    await expect(page.getByRole('menu').getByRole('menuitem').first()).toBeVisible();
  },
  'a card that is being renamed': async (page) => {
    await focusFirstCard(page);
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Name of poll', exact: true })).toBeFocused();
  },
};

/** Moves the focus to a card by Tab alone. */
async function focusFirstCard(page: Page): Promise<void> {
  const focused = page.locator('.react-flow__node:focus');
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('60 presses of Tab do not reach a card.');
}

for (const scheme of ['light', 'dark'] as const) {
  for (const [state, open] of Object.entries(STATES)) {
    test(`axe finds nothing in ${scheme} with ${state} open`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto('./');
      await expect(page.getByRole('region', { name: 'Transport' })).toContainText('ended at');
      await open(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target.join(' '))]),
      ).toEqual([]);
    });
  }
}

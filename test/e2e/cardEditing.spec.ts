import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';
import { saveDocument } from './support/savedDocument.ts';

const DOCUMENT = {
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'A fetch',
  horizon: 10,
  functions: {
    download: {
      steps: [
        { do: 'log', text: 'one' },
        { do: 'block', for: 0.5 },
        { do: 'log', text: 'two' },
      ],
    },
    parse: { steps: [{ do: 'return', value: 12 }] },
    report: { steps: [] },
  },
  nodes: [
    {
      kind: 'deferLater',
      id: 'fetch',
      position: { x: 0, y: 0 },
      starts: 'program',
      delay: 2,
      call: 'download',
      chain: [{ callback: 'parse' }, { errback: 'report' }],
    },
    {
      kind: 'callLater',
      id: 'other',
      position: { x: 600, y: 0 },
      starts: 'program',
      delay: 1,
      call: 'download',
    },
  ],
};

const graph = (page: Page): Locator => page.getByRole('region', { name: 'Graph', exact: true });
const card = (page: Page): Locator => graph(page).locator('[data-id="fetch"]');
const place = (page: Page, name: string | RegExp): Locator =>
  card(page).getByRole('button', { name });
const editor = (page: Page): Locator => page.getByRole('region', { name: /^Edit fetch/ });

test.beforeEach(async ({ page }) => {
  await saveDocument(page, DOCUMENT);
  await page.goto('./');
  await card(page).locator('header').click();
});

async function functions(page: Page): Promise<string[]> {
  return card(page)
    .getByRole('button', { name: /step \d|link \d/ })
    .evaluateAll((places) => places.map((one) => one.getAttribute('aria-label') ?? ''));
}

test('a step and a link are edited, added, moved and deleted on the card by the mouse', async ({
  page,
}) => {
  await place(page, 'fetch, step 2: blocks 0.5 s').dblclick();
  const blocks = editor(page).getByRole('textbox', { name: 'Blocks for' });
  await expect(blocks).toBeFocused();
  await blocks.fill('200ms');
  await blocks.press('Enter');
  await page.keyboard.press('Escape');
  await expect(editor(page)).toHaveCount(0);
  await expect(place(page, 'fetch, step 2: blocks 0.2 s')).toBeFocused();

  await place(page, 'fetch, step 3: log two').hover();
  const grip = card(page)
    .getByTitle(/^Drag to another place/)
    .nth(2);
  const from = await grip.boundingBox();
  const to = await place(page, 'fetch, step 1: log one').boundingBox();
  if (from === null || to === null) throw new Error('The card is not on the screen.');
  await page.mouse.move(from.x + 4, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, to.y + 2, { steps: 5 });
  await page.mouse.up();
  await expect(place(page, 'fetch, step 1: log two')).toBeVisible();

  await card(page).getByRole('button', { name: 'link', exact: true }).click();
  await page.getByRole('menuitem', { name: /^timeout/ }).click();
  await editor(page).getByRole('textbox', { name: 'Timeout' }).fill('2min');
  await editor(page).getByRole('button', { name: 'Move link up' }).click();
  await editor(page).getByRole('button', { name: 'Done' }).click();
  expect(await functions(page)).toEqual([
    'fetch, step 1: log two',
    'fetch, step 2: log one',
    'fetch, step 3: blocks 0.2 s',
    'fetch, link 1: callback parse',
    'fetch, link 2: timeout 120 s',
    'fetch, link 3: errback report',
  ]);
  for (let edits = 0; edits < 5; edits += 1) await page.keyboard.press('Control+z');
  await expect(place(page, 'fetch, step 2: blocks 0.5 s')).toBeVisible();
});

test('the same by the keyboard alone, and each edit is announced', async ({ page }) => {
  await card(page).focus();
  await page.keyboard.press('Tab');
  await expect(place(page, 'fetch: function download')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(place(page, 'fetch, step 2: blocks 0.5 s')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(place(page, 'fetch, step 1: blocks 0.5 s')).toBeFocused();
  await expect(page.getByText('The step is at place 1 of 3 now.')).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(editor(page).getByRole('textbox', { name: 'Blocks for' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(place(page, 'fetch, step 1: blocks 0.5 s')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(place(page, /step 1: log one/)).toBeFocused();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(place(page, 'fetch: function download')).toBeFocused();
  expect(await functions(page)).toEqual([
    'fetch, step 1: log one',
    'fetch, step 2: log two',
    'fetch, link 1: callback parse',
    'fetch, link 2: errback report',
  ]);
});

test('a shared function says who uses it, is copied, and its last steps become a callback', async ({
  page,
}) => {
  await place(page, 'fetch: function download').dblclick();
  await expect(editor(page)).toContainText('shared by 2 places');
  await expect(editor(page).getByRole('button', { name: /^Extract/ })).toHaveCount(0);
  const results = await new AxeBuilder({ page }).include('section[aria-label="Graph"]').analyze();
  expect(results.violations).toEqual([]);
  await editor(page).getByRole('button', { name: 'Give fetch its own copy' }).click();
  await editor(page)
    .getByRole('button', { name: /^Extract/ })
    .click();
  await page.getByRole('menuitem', { name: 'Step 3: log' }).click();
  await editor(page).getByRole('button', { name: 'Done' }).click();
  expect(await functions(page)).toEqual([
    'fetch, step 1: log one',
    'fetch, step 2: blocks 0.5 s',
    'fetch, link 1: callback download_of_fetch_then',
    'fetch, link 2: callback parse',
    'fetch, link 3: errback report',
  ]);
});

test('all buttons above a card stand inside of the canvas, wherever the card is', async ({
  page,
}) => {
  await page.goto('./#lesson=threads');
  for (const id of ['job_1', 'job_2']) {
    await page.locator(`#card-${id}-id`).click();
    const card = page.locator(`.react-flow__node[data-id="${id}"]`);
    const canvas = await page.getByRole('region', { name: 'Graph', exact: true }).boundingBox();
    for (const name of ['Connect…', 'Delete']) {
      const button = card.getByRole('button', { name, exact: true });
      await expect(button).toBeVisible();
      const box = await button.boundingBox();
      if (canvas === null || box === null) throw new Error('Nothing is drawn.');
      expect(box.x).toBeGreaterThanOrEqual(canvas.x);
      expect(box.x + box.width).toBeLessThanOrEqual(canvas.x + canvas.width);
    }
  }
});

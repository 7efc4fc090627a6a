import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';
import { saveDocument } from './support/savedDocument.ts';

const DOCUMENT = {
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'Menus',
  horizon: 10,
  functions: {
    ring: {
      steps: [
        { do: 'start', node: 'fetch' },
        { do: 'start', node: 'save' },
      ],
    },
    work: { steps: [] },
  },
  nodes: [
    {
      kind: 'callLater',
      id: 'alarm',
      position: { x: 0, y: 0 },
      starts: 'program',
      delay: 2,
      call: 'ring',
    },
    {
      kind: 'deferLater',
      id: 'fetch',
      position: { x: 440, y: 0 },
      starts: 'never',
      delay: 1,
      call: 'work',
    },
    {
      kind: 'deferLater',
      id: 'save',
      position: { x: 440, y: 260 },
      starts: 'never',
      delay: 1,
      call: 'work',
    },
  ],
};

const graph = (page: Page): Locator => page.getByRole('region', { name: 'Graph', exact: true });
const node = (page: Page, id: string): Locator =>
  graph(page).locator(`.react-flow__node[data-id="${id}"]`);
const title = (page: Page, id: string): Locator => page.locator(`#card-${id}-id`);
const arrow = (page: Page, words: string): Locator =>
  graph(page).getByLabel(words, { exact: true });
const line = (page: Page, name: string | RegExp): Locator => page.getByRole('menuitem', { name });
const said = (page: Page): Locator => page.getByRole('status', { name: 'Announcements' });
const part = (page: Page): Promise<string | null> =>
  page.evaluate(
    () =>
      document.activeElement?.closest('header, section[aria-label]')?.getAttribute('aria-label') ??
      document.activeElement?.closest('header')?.tagName ??
      null,
  );

test.beforeEach(async ({ page }) => {
  await saveDocument(page, DOCUMENT);
  await page.goto('./');
  await expect(node(page, 'save')).toBeVisible();
});

test('a card, an arrow, the canvas and a selection each have a menu of their commands', async ({
  page,
}) => {
  await title(page, 'fetch').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Node' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    /^Connect/,
    /^Rename/,
    /^Break at this node/,
    /^Cut/,
    /^Copy/,
    /^Paste/,
    /^Duplicate/,
    /^Delete/,
    /^Next arrow/,
    /^Zoom the graph to the selection/,
    /^Zoom the timeline to the selection/,
  ]);
  const results = await new AxeBuilder({ page }).analyze();
  expect(results.violations).toEqual([]);
  await line(page, /^Duplicate/).click();
  await expect(node(page, 'fetch_2')).toBeVisible();
  await expect(said(page)).toHaveText('Done: duplicate fetch');
  await page.keyboard.press('Control+z');
  await expect(said(page)).toHaveText('Undone: duplicate fetch');
  await expect(node(page, 'fetch_2')).toHaveCount(0);
  expect(await part(page)).toBe('Graph');

  // An arrow: what it is for can be said of it, too.
  const to = await title(page, 'save').boundingBox();
  await arrow(page, 'alarm starts save').dispatchEvent('contextmenu', {
    clientX: (to?.x ?? 0) - 60,
    clientY: to?.y ?? 0,
    bubbles: true,
  });
  await expect(page.getByRole('menu', { name: 'Arrow' })).toBeVisible();
  await line(page, /^Go where it leads/).click();
  await expect(node(page, 'save')).toBeFocused();

  // The canvas: a node is added where the menu was asked for.
  const box = await graph(page).boundingBox();
  if (box === null) throw new Error('There is no graph.');
  await page.mouse.click(box.x + 60, box.y + box.height - 60, { button: 'right' });
  await line(page, /^Add a node/).click();
  const palette = page.getByRole('menu', { name: 'Add a node' });
  const corner = await palette.boundingBox();
  expect(Math.abs((corner?.x ?? 0) - box.x - 60)).toBeLessThan(10);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+a');
  await title(page, 'alarm').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Align' }).press('ArrowRight');
  await line(page, /^Align top/).press('Enter');
  await expect(said(page)).toHaveText(/^Done: align/);
  await expect(node(page, 'alarm')).toBeFocused();
});

test('the same by keys: arrows are reached from their card, and Shift+F10 opens the menu', async ({
  page,
}) => {
  await node(page, 'alarm').focus();
  await page.keyboard.press('j');
  await expect(arrow(page, 'alarm starts fetch')).toBeFocused();
  await page.keyboard.press('j');
  await expect(arrow(page, 'alarm starts save')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(arrow(page, 'alarm starts save')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'Arrow' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(arrow(page, 'alarm starts save')).toBeFocused();
  await page.keyboard.press('g');
  await expect(node(page, 'save')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Delete');
  await expect(arrow(page, 'alarm starts save')).toHaveCount(0);
  expect(await part(page)).toBe('Graph');

  await node(page, 'fetch').focus();
  await page.keyboard.press('Shift+F10');
  await page.keyboard.type('ren');
  await page.keyboard.press('Enter');
  const name = graph(page).getByRole('textbox');
  await expect(name).toBeFocused();
  await name.fill('load');
  await page.keyboard.press('Enter');
  await expect(node(page, 'load')).toBeFocused();
  await expect(said(page)).toHaveText('Done: rename fetch to load');
  await page.keyboard.press('Control+z');
  await expect(node(page, 'fetch')).toBeVisible();
  expect(await part(page)).toBe('Graph');
});

test('F6 goes round the parts of the screen, and back to where the focus was in each', async ({
  page,
}) => {
  await node(page, 'fetch').focus();
  const visited: (string | null)[] = [];
  for (let presses = 0; presses < 10; presses += 1) {
    await page.keyboard.press('F6');
    visited.push(await part(page));
  }
  expect(visited).toEqual([
    'Inspector',
    'Transport',
    'Timeline',
    'Events',
    'Output',
    'HEADER',
    'Palette',
    'Graph',
    'Inspector',
    'Transport',
  ]);
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F6');
  await expect(node(page, 'fetch')).toBeFocused();
});

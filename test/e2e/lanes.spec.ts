import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';
import { saveDocument } from './support/savedDocument.ts';

/** A service with a loop that fails in it, between two nodes of none. */
const SCHEDULE = {
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'Lanes',
  horizon: 10,
  functions: {
    ring: { steps: [] },
    shake: { steps: [{ do: 'raise', error: { type: 'ValueError', message: 'now' } }] },
  },
  nodes: [
    node('alarm', { kind: 'callLater', delay: 2, call: 'ring' }),
    node('feed', { kind: 'service' }),
    node('poll', { ...member(), kind: 'loopingCall', interval: 1, call: 'ring' }),
    node('shaky', { ...member(), kind: 'loopingCall', interval: 1, call: 'shake' }),
    node('late', { kind: 'callLater', delay: 8, call: 'ring' }),
  ],
};

function node(id: string, fields: object): object {
  return { id, position: { x: 0, y: 0 }, starts: 'program', ...fields };
}

function member(): object {
  return { service: 'feed', starts: 'service' };
}

const timeline = (page: Page): Locator => page.getByRole('region', { name: 'Timeline' });
const list = (page: Page): Locator => timeline(page).getByRole('list', { name: 'Lanes' });
const name = (page: Page, id: string): Locator =>
  list(page).getByRole('button', { name: id, exact: true });
const names = (page: Page): Locator => list(page).getByRole('listitem');

async function open(page: Page, schedule: object): Promise<void> {
  await saveDocument(page, schedule);
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Transport' })).toContainText(/ended at|stopped/);
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return box;
}

/** Drags from the middle of one thing to a little below the top of another. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await boxOf(from);
  const end = await boxOf(to);
  await page.mouse.move(start.x + 60, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 60, end.y + 3, { steps: 8 });
  await expect(timeline(page).locator('[data-drop]')).toBeVisible();
  await page.mouse.up();
}

test('lanes are moved, folded and made higher, which is undone and found after a reload', async ({
  page,
}) => {
  await open(page, SCHEDULE);
  await expect(names(page)).toHaveText(['reactor', 'alarm', 'feed', 'poll', 'shaky', 'late']);
  const events = await page.getByRole('region', { name: 'Transport' }).textContent();

  await drag(page, name(page, 'shaky'), name(page, 'poll'));
  await expect(names(page)).toHaveText(['reactor', 'alarm', 'feed', 'shaky', 'poll', 'late']);

  // Wherever it is let go, it stays in its service.
  await drag(page, name(page, 'poll'), name(page, 'alarm'));
  await expect(names(page)).toHaveText(['reactor', 'alarm', 'feed', 'poll', 'shaky', 'late']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(names(page)).toHaveText(['reactor', 'alarm', 'feed', 'shaky', 'poll', 'late']);

  const edge = list(page).locator('[data-edge="1"]');
  const { x, y } = await boxOf(edge);
  await page.mouse.move(x + 20, y + 3);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 24, { steps: 4 });
  await page.mouse.up();
  expect((await boxOf(name(page, 'alarm'))).height).toBeGreaterThan(45);

  await name(page, 'late').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names(page)).toHaveText(['reactor', 'alarm', 'late', 'feed', 'shaky', 'poll']);
  await expect(name(page, 'late')).toBeFocused();
  await timeline(page).getByRole('button', { name: 'Members of feed' }).click();
  await expect(names(page)).toHaveText(['reactor', 'alarm', 'late', 'feed2']);

  await expect(page.getByRole('banner')).toContainText('Saved');
  await page.reload();
  await expect(names(page)).toHaveText(['reactor', 'alarm', 'late', 'feed2']);
  expect((await boxOf(name(page, 'alarm'))).height).toBeGreaterThan(45);
  expect(await page.getByRole('region', { name: 'Transport' }).textContent()).toBe(events);
});

test('a failure is seen and told in the lane of the service that it is folded into', async ({
  page,
}) => {
  await open(page, { ...SCHEDULE, timeline: { folded: ['feed'] } });
  const canvas = timeline(page).getByRole('application');
  const box = await boxOf(canvas);
  const { y, height } = await boxOf(name(page, 'feed'));
  await canvas.hover({ position: { x: 13, y: y + height / 2 - box.y } });
  await expect(timeline(page).getByRole('tooltip')).toContainText('shaky');
  await expect(timeline(page).getByRole('tooltip')).toContainText('ValueError');
});

test('the filter narrows the lanes, and the menu fills it', async ({ page }) => {
  await open(page, SCHEDULE);
  await name(page, 'late').click();
  await page.keyboard.press('/');
  await page.keyboard.type('shak');
  await expect(names(page)).toHaveText(['reactor', 'feed', 'shaky']);
  await expect(timeline(page)).toContainText('2 of 5 lanes');
  await page.keyboard.press('Escape');
  await expect(names(page)).toHaveCount(6);

  await name(page, 'poll').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Only feed' }).click();
  await expect(names(page)).toHaveText(['reactor', 'feed', 'poll', 'shaky']);
  await timeline(page).getByRole('button', { name: 'Show all lanes' }).click();
  await name(page, 'feed').press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Fold all services', exact: true }).click();
  await expect(names(page)).toHaveText(['reactor', 'alarm', 'feed2', 'late']);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in lanes, menu and filter in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, SCHEDULE);
    const found = async (part: string): Promise<readonly unknown[]> => {
      const { violations } = await new AxeBuilder({ page }).include(part).analyze();
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    await name(page, 'feed').click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await found('[role="menu"]')).toEqual([]);
    await page.getByRole('menuitem', { name: 'Only feed' }).click();
    expect(await found('section[aria-label="Timeline"]')).toEqual([]);
  });
}

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import everyKind from '../fixtures/every-kind.json' with { type: 'json' };
import { expect, test } from './support/fixtures.ts';
import { saveDocument } from './support/savedDocument.ts';

/** A service with a loop in it, and beside it what can be connected and what cannot. */
const SMALL = {
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'A service',
  horizon: 10,
  functions: { tick: { steps: [] }, ring: { steps: [] }, work: { steps: [] } },
  nodes: [
    { kind: 'service', id: 'feed', position: { x: 0, y: 0 }, starts: 'program' },
    {
      kind: 'loopingCall',
      id: 'poll',
      position: { x: 20, y: 70 },
      service: 'feed',
      starts: 'service',
      interval: 5,
      call: 'tick',
    },
    {
      kind: 'callLater',
      id: 'alarm',
      position: { x: 460, y: 60 },
      starts: 'program',
      delay: 2,
      call: 'ring',
    },
    {
      kind: 'deferredList',
      id: 'all',
      position: { x: 460, y: 240 },
      starts: 'program',
      members: [],
    },
    {
      kind: 'deferToThread',
      id: 'save',
      position: { x: 900, y: 240 },
      starts: 'never',
      call: 'work',
    },
    {
      kind: 'outsideEvent',
      id: 'world',
      position: { x: 900, y: 60 },
      starts: 'program',
      at: [3],
      call: 'ring',
    },
  ],
};

const graph = (page: Page): Locator => page.getByRole('region', { name: 'Graph', exact: true });
const node = (page: Page, id: string): Locator =>
  graph(page).locator(`.react-flow__node[data-id="${id}"]`);
/** The name of a card or a frame, which it is held by. */
const title = (page: Page, id: string): Locator => page.locator(`#card-${id}-id`);
const undoable = (page: Page, label: RegExp): Locator =>
  page.getByRole('button', { name: 'Undo', exact: true }).and(page.getByTitle(label));

async function open(page: Page, schedule: object): Promise<void> {
  await saveDocument(page, schedule);
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Transport' })).toContainText(/ended at|stopped/);
}

/** Takes hold of something and carries it to a point within another thing, from its corner. */
async function carry(page: Page, from: Locator, to: Locator, x: number, y: number): Promise<void> {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (start === null || end === null) throw new Error('Nothing to carry.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + x, end.y + y, { steps: 15 });
}

test('a card is carried into a service and out of it, and a frame takes its members along', async ({
  page,
}) => {
  await open(page, SMALL);
  await carry(page, title(page, 'alarm'), node(page, 'feed'), 70, 80);
  await expect(graph(page)).toContainText('let go to put alarm into feed');
  await page.mouse.up();
  await expect(node(page, 'alarm')).toContainText('▸ with feed');
  await expect(undoable(page, /put alarm into feed/)).toBeVisible();

  await carry(page, title(page, 'alarm'), node(page, 'all'), 30, -60);
  await expect(graph(page)).toContainText('let go to take alarm out of feed');
  await page.mouse.up();
  await expect(node(page, 'alarm')).toContainText('▸ at 0 s');

  const before = await node(page, 'poll').boundingBox();
  await carry(page, title(page, 'feed'), node(page, 'feed'), 120, 60);
  await page.mouse.up();
  await expect(undoable(page, /move feed/)).toBeVisible();
  expect((await node(page, 'poll').boundingBox())?.y).toBeGreaterThan(before?.y ?? Infinity);
});

test('the handle of a list takes a member; what cannot be is said', async ({ page }) => {
  await open(page, SMALL);
  const handle = (id: string, port: string): Locator =>
    node(page, id).locator(`[data-handleid="${port}"]`);
  await carry(page, handle('all', 'field:member'), node(page, 'save'), 60, 40);
  await expect(graph(page)).toContainText('wait for save');
  await page.mouse.up();
  await expect(graph(page).getByLabel('all starts save and waits for it')).toBeAttached();

  await carry(page, handle('save', 'own'), node(page, 'all'), 60, 30);
  await page.mouse.up();
  await expect(graph(page).getByRole('alert')).toContainText('save runs this function in a thread');

  await carry(page, handle('alarm', 'own'), node(page, 'world'), 60, 30);
  await page.mouse.up();
  await expect(graph(page).getByRole('alert')).toContainText('what the world does');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing among all kinds in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    // Large enough for the cards to be near: from far they have no words.
    await page.setViewportSize({ width: 1900, height: 1300 });
    await open(page, everyKind);
    await expect(node(page, 'crunch')).toContainText('10 steps');
    const { violations } = await new AxeBuilder({ page })
      .include('section[aria-label="Graph"]')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('a frame is folded and unfolded by its button and by a key, and kept with the document', async ({
  page,
}) => {
  await saveDocument(page, SMALL);
  await page.goto('./');
  const graph = page.getByRole('region', { name: 'Graph', exact: true });
  const poll = graph.locator('.react-flow__node[data-id="poll"]');
  await graph.getByRole('button', { name: 'Fold feed', exact: true }).click();
  await expect(poll).toBeHidden();
  await expect(graph.locator('#card-feed-inside')).toContainText('1 node');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await page.reload();
  await expect(graph.getByRole('button', { name: 'Unfold feed', exact: true })).toBeVisible();
  await expect(poll).toBeHidden();
  await graph.locator('.react-flow__node[data-id="feed"]').focus();
  await page.keyboard.press('f');
  await expect(poll).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(poll).toBeHidden();
});

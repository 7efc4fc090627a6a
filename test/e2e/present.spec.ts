import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { dropFiles } from './support/dropFile.ts';
import { expect, test } from './support/fixtures.ts';

const NOTES = [
  '# A poll\n\nIt starts **twice**.',
  '@ 4 s poll\n## It is late\n\n* `tick` blocks\n* a tick is skipped',
].join('\n\n---\n\n');

const DOCUMENT = JSON.stringify({
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'A late poll',
  notes: NOTES,
  horizon: 20,
  functions: {
    tick: {
      steps: [
        { do: 'log', text: 'tick {call}' },
        { do: 'block', for: 2.5, when: { call: 2 } },
      ],
    },
  },
  nodes: [
    {
      kind: 'loopingCall',
      id: 'poll',
      interval: 1,
      call: 'tick',
      position: { x: 0, y: 0 },
      starts: 'program',
    },
  ],
});

const transport = (page: Page): Locator => page.getByRole('region', { name: 'Transport' });
const slide = (page: Page): Locator => page.getByRole('region', { name: 'Slide' });

/** Opens the document in the studio. */
async function open(page: Page): Promise<void> {
  await page.goto('./');
  await dropFiles(page, [{ name: 'late.json', text: DOCUMENT }]);
  await expect(page.locator('#card-poll-id')).toBeVisible();
  await expect(transport(page)).toContainText('ended at');
}

/** The link to what is open, of this kind, without the address before it. */
async function linkTo(page: Page, kind: RegExp): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const field = dialog.getByRole('textbox', { name: kind });
  await expect(field).toHaveValue(/#schedule=/);
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return link;
}

for (const scheme of ['light', 'dark'] as const) {
  test(`a schedule is presented by keys alone, and axe finds nothing in ${scheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await open(page);
    await page.keyboard.press('Alt+Shift+f');
    await expect(page.getByRole('heading', { level: 1, name: 'A late poll' })).toBeVisible();
    await expect(slide(page).getByRole('heading', { name: 'A poll' })).toBeVisible();
    await expect(slide(page).locator('strong')).toHaveText('twice');
    await expect(page.getByRole('region', { name: 'Palette' })).toHaveCount(0);

    await page.keyboard.press('PageDown');
    await expect(slide(page).getByRole('listitem')).toHaveCount(2);
    await expect(page.getByText('slide 2 of 2')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Time' })).toHaveValue('00:04.000');
    await expect(page.locator('.react-flow__node.selected #card-poll-id')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);

    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Palette' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Time' })).toHaveValue('00:04.000');
  });
}

/** Where the flag of the playhead is across the window. */
async function flagAt(flag: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await flag.boundingBox();
  if (box === null) throw new Error('The playhead is not in view.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('by mouse: present, go through the slides, scrub in the larger timeline, end', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('button', { name: 'Next slide' }).click();
  await expect(page.getByText('slide 2 of 2')).toBeVisible();
  await page.getByRole('button', { name: 'Previous slide' }).click();
  await expect(slide(page)).toContainText('It starts twice.');

  const flag = page.getByRole('slider', { name: 'Playhead', exact: true });
  const from = await flagAt(flag);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 100, from.y);
  await page.mouse.move(from.x + 400, from.y, { steps: 4 });
  await page.mouse.up();
  // The flag is where the pointer is, but for the event that it snaps to.
  await expect.poll(async () => Math.abs((await flagAt(flag)).x - from.x - 400)).toBeLessThan(16);

  await page.getByRole('button', { name: 'End', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Time' })).toHaveValue('00:20.000');
  await page.getByRole('button', { name: 'End the presentation' }).click();
  await expect(page.getByRole('region', { name: 'Inspector', exact: true })).toBeVisible();
});

test('a link opens the schedule in another browser, and the address is free again', async ({
  page,
  browser,
}) => {
  await open(page);
  const link = await linkTo(page, /link to the schedule/i);
  const other = await browser.newContext();
  const visitor = await other.newPage();
  await visitor.addInitScript(() => localStorage.setItem('reactor-studio/tour', 'taken'));
  await visitor.goto(link);
  await expect(visitor.locator('#card-poll-id')).toBeVisible();
  await expect(visitor).toHaveTitle(/A late poll/);
  await expect(visitor).toHaveURL(/\/$/);
  await visitor.reload();
  await expect(visitor).toHaveTitle(/A late poll/);
  await other.close();
});

test('a link asks before it takes the place of edited work, and undo brings that back', async ({
  page,
}) => {
  await open(page);
  const link = await linkTo(page, /link to the presentation/i);
  await page.getByRole('textbox', { name: 'Name of the schedule' }).fill('My own work');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.goto(link);
  const dialog = page.getByRole('dialog', { name: 'Open “A late poll”?' });
  await expect(dialog).toContainText('“My own work”');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'A late poll' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1, name: 'My own work' })).toBeVisible();
});

test('a link that was cut is told, and what is open stays', async ({ page }) => {
  await open(page);
  const link = await linkTo(page, /link to the schedule/i);
  await page.goto('about:blank');
  await page.goto(link.slice(0, -30));
  const dialog = page.getByRole('dialog', { name: 'The link was not opened' });
  await expect(dialog).toContainText('copy it once more');
  await page.keyboard.press('Escape');
  await expect(page).toHaveTitle(/A late poll/);
});

test('a page that embeds it shows the presentation, edits nothing and keeps nothing', async ({
  page,
}) => {
  await open(page);
  const html = await linkTo(page, /HTML/);
  await page.evaluate(async () => {
    localStorage.clear();
    const databases = await indexedDB.databases();
    for (const { name } of databases) if (name !== undefined) indexedDB.deleteDatabase(name);
  });
  await page.route('**/lecture.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<h1>A lecture</h1>${html}` }),
  );
  await page.goto('./lecture.html');
  const frame = page.frameLocator('iframe[title="A late poll"]');
  await expect(frame.getByRole('heading', { level: 1, name: 'A late poll' })).toBeVisible();
  await frame.getByRole('button', { name: 'Next slide' }).click();
  await expect(frame.getByRole('textbox', { name: 'Time' })).toHaveValue('00:04.000');

  const card = frame.locator('.react-flow__node').first();
  const before = await card.getAttribute('style');
  await card.click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(frame.locator('.react-flow__node')).toHaveCount(1);
  await card.hover();
  await page.mouse.down();
  await page.mouse.move(60, 300, { steps: 4 });
  await page.mouse.up();
  expect(await card.getAttribute('style')).toBe(before);
  await expect(frame.getByRole('link', { name: 'Open in Reactor Studio' })).toHaveAttribute(
    'href',
    /^\/#schedule=[\w-]+$/,
  );
  const kept = await page.evaluate(async () => [
    Object.keys(localStorage).filter((key) => key !== 'reactor-studio/tour'),
    await indexedDB.databases(),
  ]);
  expect(kept).toEqual([[], []]);
});

test('what embeds a broken link says so instead of an empty frame', async ({ page }) => {
  await page.goto('./?embed#schedule=broken');
  await expect(page.getByText(/The link was not opened: the link is not whole/)).toBeVisible();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
});

test('the printed page has notes, graph, timeline, output and program', async ({ page }) => {
  await open(page);
  await page.locator('#card-poll-id').click();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('article');
  await expect(sheet.getByRole('heading', { level: 1, name: 'A late poll' })).toBeVisible();
  await expect(sheet).toContainText('It is late');
  await expect(sheet).not.toContainText('@ 4 s poll');
  await expect(sheet.locator('.react-flow__node')).toHaveCount(1);
  const toBePressed = await sheet.locator('[data-for-screens]').all();
  expect(toBePressed.length).toBeGreaterThan(0);
  for (const part of toBePressed) await expect(part).toBeHidden();
  await expect(sheet.locator('canvas').first()).toBeVisible();
  await expect(sheet).toContainText('tick 1');
  await expect(sheet).toContainText('task.LoopingCall(');
  await expect(page.getByRole('region', { name: 'Transport' })).toBeHidden();
  const file = await page.pdf({ format: 'A4' });
  expect(file.length).toBeGreaterThan(10_000);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});

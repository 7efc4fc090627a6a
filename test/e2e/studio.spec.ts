import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** The rows of the event list that are on the screen. */
const eventRows = (page: Page): Locator => region(page, 'Events').getByRole('option');

/** Opens the studio and waits until its run has ended. */
async function open(page: Page): Promise<void> {
  await page.goto('./');
  await expect(region(page, 'Transport')).toContainText(/ended at|horizon|reactor\.stop/);
}

/** Drags from the middle of one thing to the middle of another, as a hand does. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (start === null || end === null) throw new Error('Nothing to drag.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 });
  await page.mouse.up();
}

test('a first visit shows the first example, simulated', async ({ page }) => {
  await open(page);
  for (const name of [
    'Palette',
    'Graph',
    'Inspector',
    'Transport',
    'Timeline',
    'Events',
    'Output',
  ]) {
    await expect(region(page, name)).toBeVisible();
  }
  for (const name of [
    'Play',
    'Step',
    'Step back',
    'Next instant',
    'Start',
    'End',
    'Undo',
    'Redo',
    'Examples',
  ]) {
    await expect(button(page, name)).toBeVisible();
  }
  await region(page, 'Events').getByRole('combobox').fill('tick');
  await expect(eventRows(page)).toContainText([
    /0\.000.*poll.*tick 1/,
    /5\.000.*poll.*tick 2/,
    /10\.000.*poll.*tick 3/,
    /15\.000.*poll.*tick 4/,
  ]);
  await region(page, 'Events').getByRole('combobox').fill('failed');
  await expect(eventRows(page).first()).toContainText(/15\.000.*poll.*failed with ValueError/);
  await expect(region(page, 'Output')).toContainText(
    "polling stopped: ValueError('the feed is empty')",
  );
});

test('a schedule is drawn, run, stepped through, undone and found again', async ({ page }) => {
  await open(page);
  const graph = region(page, 'Graph');
  const inspector = region(page, 'Inspector');

  // Draw: a deferLater from the palette, started by what the loop does.
  await region(page, 'Palette')
    .getByRole('button', { name: /deferLater/ })
    .click();
  const card = graph.getByRole('group', { name: /^wait deferLater/ });
  await expect(card).toBeVisible();
  await inspector.getByLabel('Starts', { exact: true }).selectOption({ label: 'only by a step' });
  await inspector.getByLabel('Delay', { exact: true }).fill('2.5');
  const source = graph.getByRole('group', { name: /^poll LoopingCall/ });
  await drag(page, source.locator('[data-handleid="own"]'), card);
  await page.getByRole('menuitem', { name: /start/i }).first().press('Enter');
  await expect(source).toContainText('start wait');

  // Run: it is on the timeline, and in the list at its times.
  await expect(region(page, 'Timeline').getByRole('button', { name: /^wait/ })).toBeVisible();
  await region(page, 'Events').getByRole('combobox').fill('wait fired');
  await expect(eventRows(page)).toContainText([
    /2\.900.*wait/,
    /7\.900.*wait/,
    /12\.900.*wait/,
    /run.*ended/,
  ]);
  await region(page, 'Events').getByRole('combobox').fill('');

  // Step: forward and back, card and list follow.
  await button(page, 'Start').click();
  await expect(card).toContainText('not started');
  const current = region(page, 'Events').locator('[aria-selected="true"], [aria-current="true"]');
  for (let step = 0; step < 30; step += 1) {
    await button(page, 'Step').click();
    if (await card.getByText(/^in 2\.5 s$/).isVisible()) break;
  }
  await expect(card).toContainText('in 2.5 s');
  await expect(current.first()).toBeVisible();
  await button(page, 'Step back').click();
  await button(page, 'Step back').click();
  await expect(card).toContainText('not started');
  await button(page, 'Next instant').click();

  // A reload finds everything.
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const clock = await region(page, 'Transport').getByRole('textbox').inputValue();
  await page.reload();
  await expect(card).toBeVisible();
  await expect(inspector.getByLabel('Delay', { exact: true })).toHaveValue(/2\.5/);
  await expect(region(page, 'Transport').getByRole('textbox')).toHaveValue(clock);
});

test('undo takes back every edit by its name, and redo does it again', async ({ page }) => {
  await open(page);
  const graph = region(page, 'Graph');
  await region(page, 'Palette')
    .getByRole('button', { name: /callLater/ })
    .click();
  const inspector = region(page, 'Inspector');
  await inspector.getByLabel('Delay', { exact: true }).fill('7');
  const name = inspector.getByLabel('Name', { exact: true }).first();
  await name.fill('alarm');
  await name.press('Enter');
  await expect(graph.getByRole('group', { name: /^alarm\b/ })).toContainText('7 s');
  await expect(button(page, 'Undo')).toHaveAttribute('title', /undo: rename later to alarm/i);

  for (let step = 0; step < 3; step += 1) await button(page, 'Undo').click();
  await expect(button(page, 'Undo')).toBeDisabled();
  await expect(graph.getByRole('group', { name: /^(alarm|later)\b/ })).toHaveCount(0);
  for (let step = 0; step < 3; step += 1) await button(page, 'Redo').click();
  await expect(graph.getByRole('group', { name: /^alarm\b/ })).toContainText('7 s');
  await page.keyboard.press('Control+z');
  await expect(graph.getByRole('group', { name: /^later\b/ })).toBeVisible();
});

test('examples are opened from their menu, each with its own end', async ({ page }) => {
  await open(page);
  await button(page, 'Examples').click();
  await page.getByRole('menuitem', { name: /Two seconds later/ }).click();
  await expect(region(page, 'Output')).toContainText('got 12 rows at 4.000 s');
  await button(page, 'Examples').click();
  await page.getByRole('menuitem', { name: /A task of your own/ }).click();
  await expect(region(page, 'Transport')).toContainText(/ended at 10\.000 s.*reactor\.stop\(\)/);
  await button(page, 'Undo').click();
  await expect(region(page, 'Output')).toContainText('got 12 rows at 4.000 s');
});

test('what a field refuses is said beside it, and the document stays as it was', async ({
  page,
}) => {
  await open(page);
  await region(page, 'Timeline').getByRole('button', { name: /^poll/ }).click();
  const interval = region(page, 'Inspector').getByLabel('Interval', { exact: true });
  await interval.fill('-1');
  await expect(region(page, 'Inspector').getByRole('alert')).toContainText(
    'must be a finite number >= 0, got -1',
  );
  await interval.press('Escape');
  await expect(interval).toHaveValue(/^5/);
  await expect(button(page, 'Undo')).toBeDisabled();
});

test('playing moves the playhead to the end and pauses there', async ({ page }) => {
  await open(page);
  await region(page, 'Transport').getByRole('combobox').selectOption({ label: '10×' });
  await button(page, 'Play').click();
  await expect(button(page, 'Pause')).toBeVisible();
  await expect(region(page, 'Transport').getByRole('textbox')).toHaveValue('00:15.000');
  await expect(button(page, 'Play')).toBeVisible();
});

test('a second tab does not save over the first, and can take over', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await expect(other.getByText(/another tab/)).toBeVisible();
  await region(page, 'Palette')
    .getByRole('button', { name: /callLater/ })
    .click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await button(other, 'Take over').click();
  await expect(region(other, 'Graph').getByRole('group', { name: /^later\b/ })).toBeVisible();
  await expect(page.getByText(/another tab/)).toBeVisible();
});

test('a worker that dies is replaced, and the page says so', async ({ page }) => {
  // The second worker that the page starts is an honest one.
  await page.addInitScript(() => {
    const Real = window.Worker;
    let started = 0;
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        started += 1;
        if (started === 1)
          setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'gone' })));
      }
    };
  });
  await open(page);
  await expect(page.getByText(/simulator stopped unexpectedly/)).toBeVisible();
  await expect(region(page, 'Output')).toContainText('polling stopped');
});

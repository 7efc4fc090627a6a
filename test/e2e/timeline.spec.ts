import { readFile } from 'node:fs/promises';

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';
import { openWithoutPickers } from './support/openWithoutPickers.ts';
import { saveDocument } from './support/savedDocument.ts';

const timeline = (page: Page): Locator => page.getByRole('region', { name: 'Timeline' });
const drawing = (page: Page): Locator =>
  timeline(page).getByRole('application').locator('canvas').first();

function node(id: string, fields: object): object {
  return { id, position: { x: 0, y: 0 }, starts: 'program', ...fields };
}

function document(parts: object): object {
  return {
    format: 'reactor-studio/schedule',
    version: 1,
    name: 'Situation',
    horizon: 20,
    functions: {},
    nodes: [],
    ...parts,
  };
}

const RAISE = { do: 'raise', error: { type: 'ValueError', message: 'no' } };

/** Bursts of work four hours apart. */
const IDLE = document({
  horizon: 50_000,
  functions: {
    burst: { steps: [{ do: 'start', node: 'loop' }] },
    tick: { steps: [{ do: 'stop', node: 'loop', when: { everyCall: 6 } }] },
  },
  nodes: [
    node('hourly', { kind: 'loopingCall', interval: 14_400, call: 'burst' }),
    node('loop', { kind: 'loopingCall', starts: 'never', interval: 1, call: 'tick' }),
  ],
});

/** A loop that starts calls which are late, fail, and are seldom handled. */
const FAILING = document({
  functions: {
    ask: {
      steps: [
        { do: 'start', node: 'request' },
        { do: 'block', for: 0.4, when: { everyCall: 5 } },
      ],
    },
    answer: { steps: [{ ...RAISE, when: { everyCall: 4 } }] },
    hold: { steps: [{ do: 'returnDeferred', node: 'request', start: true }] },
  },
  nodes: [
    node('poll', { kind: 'loopingCall', interval: 0.3, call: 'ask' }),
    node('request', { kind: 'deferLater', starts: 'never', delay: 0.7, call: 'answer' }),
    node('slow', { kind: 'loopingCall', interval: 0.5, call: 'hold' }),
  ],
});

/** Some thousand ticks in a few hundred pixels. */
const DENSE = document({
  functions: {
    work: { steps: [{ do: 'block', for: 0.05, when: { everyCall: 40 } }] },
    fail: { steps: [{ ...RAISE, when: { everyCall: 50 } }] },
    start: { steps: [{ do: 'start', node: 'job' }] },
  },
  nodes: [
    node('fast', { kind: 'loopingCall', interval: 0.01, call: 'work' }),
    node('starter', { kind: 'loopingCall', interval: 0.07, call: 'start' }),
    node('job', { kind: 'deferLater', starts: 'never', delay: 0.2, call: 'fail' }),
  ],
});

const ONE_EVENT = document({
  functions: { ring: { steps: [] } },
  nodes: [node('alarm', { kind: 'callLater', delay: 7, call: 'ring' })],
});

async function open(page: Page, schedule: object): Promise<void> {
  await saveDocument(page, schedule);
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Transport' })).toContainText(/ended at|stopped/);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`what is drawn in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const [name, schedule] of Object.entries({
      failing: FAILING,
      dense: DENSE,
      idle: IDLE,
      one: ONE_EVENT,
    })) {
      test(`is as it was: ${name}`, async ({ page }) => {
        await open(page, schedule);
        await page.keyboard.press('End');
        await expect(drawing(page)).toHaveScreenshot(`${name}-${colorScheme}.png`);
      });
    }

    test('is as it was: a run beside the one that was pinned', async ({ page }) => {
      await open(page, FAILING);
      await page.keyboard.press('Alt+Shift+R');
      await page.getByLabel('Seed').fill('3');
      await timeline(page).getByRole('button', { name: 'poll', exact: true }).click();
      const interval = page.getByLabel('Interval', { exact: true });
      await interval.fill('0.8');
      await interval.press('Enter');
      await page.getByRole('tab', { name: 'Compare' }).click();
      await expect(page.getByRole('region', { name: 'Compare' })).toContainText('moved by up to');
      await expect(drawing(page)).toHaveScreenshot(`compared-${colorScheme}.png`);
    });
  });
}

test('long idle gaps are folded, their length is told, and a key shows every second again', async ({
  page,
}) => {
  await open(page, IDLE);
  const fold = timeline(page).getByRole('button', { name: 'Fold idle time' });
  await expect(fold).toHaveAttribute('aria-pressed', 'true');
  const folded = await drawing(page).screenshot();
  await timeline(page).getByRole('application').focus();
  await page.keyboard.press('i');
  await expect(fold).toHaveAttribute('aria-pressed', 'false');
  await expect
    .poll(async () => folded.equals(await drawing(page).screenshot()), { timeout: 20_000 })
    .toBe(false);
  await page.reload();
  await expect(fold).toHaveAttribute('aria-pressed', 'false');
});

test('the timeline is a table for whoever cannot see it, with all that it shows', async ({
  page,
}) => {
  await open(page, FAILING);
  await timeline(page).getByRole('application').focus();
  await page.keyboard.press('t');
  const table = timeline(page).getByRole('table');
  const row = table.getByRole('row', { name: /request/ }).first();
  await expect(row).toContainText(/unhandled/);
  await row.getByRole('button', { name: 'request' }).click();
  const first = table.getByRole('listitem').filter({ hasText: 'unhandled' }).first();
  await first.getByRole('button').click();
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('ValueError');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await timeline(page).getByRole('button', { name: 'As a table' }).click();
  await expect(table).toHaveCount(0);
});

test('a run that is pinned is compared with what edits make of it, and the differences are walked', async ({
  page,
}) => {
  await open(page, FAILING);
  await page.getByRole('tab', { name: 'Compare' }).click();
  const panel = page.getByRole('region', { name: 'Compare' });
  await expect(panel).toContainText('Pin this run');
  await panel.getByRole('button', { name: 'Pin run' }).click();
  await expect(panel).toContainText('This is the pinned run itself');
  await timeline(page).getByRole('button', { name: 'poll', exact: true }).click();
  const interval = page.getByLabel('Interval', { exact: true });
  await interval.fill('0.5');
  await interval.press('Enter');
  await expect(panel).toContainText(/Same up to 0\.\d+ s\. Events: .* gone, .* moved by up to/);
  await panel.getByText(/nodes? did something else/).click();
  await expect(panel.getByRole('row', { name: /poll/ })).toContainText('56 → 41');
  await timeline(page).getByRole('application').focus();
  await page.keyboard.press('Alt+]');
  await page.keyboard.press('Alt+]');
  const chosen = panel.getByRole('option', { selected: true });
  await expect(chosen).toHaveCount(1);
  const words = await chosen.textContent();
  await page.keyboard.press('Alt+[');
  await expect(panel.getByRole('option', { selected: true })).not.toHaveText(words ?? '');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await panel.getByRole('button', { name: 'Let the pinned run go' }).click();
  await expect(panel).toContainText('Pin this run');
});

test('the timeline is saved as a picture, as it is seen and all of it', async ({ page }) => {
  await saveDocument(page, FAILING);
  await openWithoutPickers(page);
  const save = async (name: string): Promise<Buffer> => {
    await timeline(page).getByRole('button', { name: 'Save as picture' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^Situation timeline\.(svg|png)$/);
    return readFile(await download.path());
  };
  const svg = (await save('SVG of all')).toString('utf8');
  expect(svg).toContain('>request</text>');
  expect(svg).toContain('>unhandled failure</text>');
  const png = await save('PNG as seen');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.length).toBeGreaterThan(10_000);
});

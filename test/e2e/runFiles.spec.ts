import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';
import { openWithoutPickers } from './support/openWithoutPickers.ts';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

const LOOP = {
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'Loop',
  horizon: 4,
  functions: { say: { steps: [{ do: 'log', text: 'said {call}' }] } },
  nodes: [
    {
      kind: 'loopingCall',
      id: 'loop',
      position: { x: 0, y: 0 },
      starts: 'program',
      interval: 1,
      call: 'say',
    },
  ],
};

test('a run is saved with its schedule, and opened again as it was', async ({ page }) => {
  await openWithoutPickers(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save run' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Every five seconds.trace');
  const bytes = await readFile(await file.path());

  await page.getByRole('button', { name: 'New', exact: true }).click();
  await expect(region(page, 'Output')).not.toContainText('tick');
  await choose(page, 'again.trace', bytes);
  await expect(page.getByRole('textbox', { name: 'Name of the schedule' })).toHaveValue(
    'Every five seconds',
  );
  await expect(page.getByText('again.trace is open')).toBeVisible();
  await expect(region(page, 'Transport')).toContainText('ended at');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Name of the schedule' })).not.toHaveValue(
    'Every five seconds',
  );
});

test('what the command line has written is opened, packed or not, and an edit simulates it anew', async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'reactor-studio-'));
  const schedule = join(folder, 'loop.json');
  await writeFile(schedule, JSON.stringify(LOOP));
  await openWithoutPickers(page);
  for (const name of ['loop.trace', 'loop.trace.gz']) {
    const out = join(folder, name);
    const args = ['simulate', schedule, '--until', '9', '--format', 'trace', '--out', out];
    await promisify(execFile)('node', ['scripts/cli.mjs', ...args]);
    await choose(page, name, await readFile(out));
    await expect(page.getByText(`${name} is open`)).toBeVisible();
    await expect(region(page, 'Output')).toContainText('said 10');
  }
  await rm(folder, { recursive: true });
  await page.getByRole('textbox', { name: 'Name of the schedule' }).fill('Renamed');
  await page.keyboard.press('Enter');
  await expect(region(page, 'Output')).toContainText('said 10');
  await page.keyboard.press('End');
  await expect(region(page, 'Transport')).toContainText('ended at');
});

test('a run that was cut off is not opened, and says where it ends', async ({ page }) => {
  await openWithoutPickers(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save run' }).click();
  const bytes = await readFile(await (await download).path());
  await choose(page, 'cut.trace', bytes.subarray(0, bytes.length - 40));
  const dialog = page.getByRole('dialog', { name: 'cut.trace was not opened' });
  await expect(dialog).toContainText('was cut off');
  await page.keyboard.press('Escape');
  await expect(region(page, 'Transport')).toContainText('ended at');
});

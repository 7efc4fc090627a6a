import { readFile } from 'node:fs/promises';

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { dropFiles } from './support/dropFile.ts';
import { expect, test } from './support/fixtures.ts';
import { openWithoutPickers } from './support/openWithoutPickers.ts';

const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });
const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });

/** Chooses a file by the dialog of the browser. */
async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
}

/** Saves the schedule and gives the text of the file, with its name. */
async function save(page: Page): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

const KNOCK = JSON.stringify({
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'Knock',
  horizon: 5,
  functions: { say: { steps: [{ do: 'log', text: 'knock {call}' }] } },
  nodes: [
    {
      kind: 'loopingCall',
      id: 'knock',
      position: { x: 0, y: 0 },
      starts: 'program',
      interval: 2,
      call: 'say',
    },
  ],
});

const BROKEN = `{
  "format": "reactor-studio/schedule",
  "version": 1,
  "name": "Broken",
  "colour": "red",
  "horizon": 5,
  "functions": {},
  "nodes": [
    { "kind": "callLater", "id": "a", "position": { "x": 0, "y": 0 },
      "starts": "program", "delay": -1, "call": "gone" }
  ]
}`;

test('a file is opened by the dialog, and undo brings back what was there', async ({ page }) => {
  await openWithoutPickers(page);
  await choose(page, 'knock.schedule.json', KNOCK);
  await expect(page.getByRole('textbox', { name: 'Name of the schedule' })).toHaveValue('Knock');
  await expect(region(page, 'Output')).toContainText('knock 3');
  await button(page, 'Undo').click();
  await expect(page.getByRole('textbox', { name: 'Name of the schedule' })).toHaveValue(
    'Every five seconds',
  );
});

test('what is saved opens again as the same document', async ({ page }) => {
  await openWithoutPickers(page);
  await choose(page, 'knock.schedule.json', KNOCK);
  const name = page.getByRole('textbox', { name: 'Name of the schedule' });
  await expect(name).toHaveValue('Knock');
  // Typed and not left: what is saved has it all the same.
  await name.fill('Knock: twice?');
  const first = await save(page);
  expect(first.name).toBe('Knock twice.schedule.json');
  expect(JSON.parse(first.text)).toMatchObject({ name: 'Knock: twice?', nodes: [{ interval: 2 }] });

  await button(page, 'New').click();
  await expect(name).toHaveValue('Untitled');
  await choose(page, first.name, first.text);
  await expect(name).toHaveValue('Knock: twice?');
  expect((await save(page)).text).toBe(first.text);
});

test('a file is opened by dropping it anywhere', async ({ page }) => {
  await openWithoutPickers(page);
  await dropFiles(page, [{ name: 'knock.schedule.json', text: KNOCK }]);
  await expect(region(page, 'Output')).toContainText('knock 3');
});

test('a broken file shows every problem at its place, and changes nothing', async ({ page }) => {
  await openWithoutPickers(page);
  await dropFiles(page, [{ name: 'broken.schedule.json', text: BROKEN }]);
  const dialog = page.getByRole('dialog', { name: 'broken.schedule.json was not opened' });
  await expect(dialog).toContainText('3 problems. The schedule that is open stays as it was.');
  const rows = dialog.getByRole('listitem');
  await expect(rows).toContainText([
    /line 5, column 3.*colour.*is not a key that belongs here/,
    /line 10, column 28.*nodes\[0\]\.delay.*must be a finite number >= 0, got -1/,
    /line 10, column 41.*nodes\[0\]\.call.*names the function gone/,
  ]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Copy list of problems' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')[0]).toBe(
    'line 5, column 3: colour: is not a key that belongs here: remove it',
  );

  // Another file can be dropped on the dialog itself; the right one closes it.
  await dropFiles(page, [{ name: 'comma.json', text: '{\n"format": 1,\n}' }]);
  await expect(page.getByRole('dialog')).toContainText(
    /line 2, column 12.*the file.*nothing follows this comma/,
  );
  await expect(button(page, 'Undo')).toHaveCount(0);
  await dropFiles(page, [{ name: 'knock.schedule.json', text: KNOCK }]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(region(page, 'Output')).toContainText('knock 3');
});

test('what is no schedule says what it is', async ({ page }) => {
  await openWithoutPickers(page);
  const files: readonly (readonly [string, string | Buffer, string])[] = [
    ['empty.json', '', 'is empty'],
    ['notes.txt', 'buy milk', 'must be JSON: buy stands outside of quotes'],
    ['image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'is no text: byte 5 is 0'],
    ['package.json', '{"name": "x"}', 'this is no schedule'],
    ['newer.json', KNOCK.replace('"version":1', '"version":9'), 'reads up to version 1'],
    ['twice.json', KNOCK.replace('"horizon":5', '"horizon":5,"horizon":6'), 'stands twice'],
  ];
  for (const [name, content, message] of files) {
    await choose(page, name, content);
    const dialog = page.getByRole('dialog', { name: `${name} was not opened` });
    await expect(dialog.getByRole('listitem')).toContainText(message);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await expect(page.getByRole('textbox', { name: 'Name of the schedule' })).toHaveValue(
    'Every five seconds',
  );
});

test('two files at once are refused in words', async ({ page }) => {
  await openWithoutPickers(page);
  await dropFiles(page, [
    { name: 'a.json', text: KNOCK },
    { name: 'b.json', text: KNOCK },
  ]);
  await expect(page.getByRole('dialog', { name: '2 files were not opened' })).toContainText(
    'were dropped at once: drop one',
  );
});

test('where the browser has a picker, the file is written where it says', async ({ page }) => {
  await page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(window, {
      written,
      showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) =>
        Promise.resolve({
          name: `my ${suggestedName}`,
          createWritable: () =>
            Promise.resolve({
              write: async (content: Blob) => written.push(await content.text()),
              close: () => Promise.resolve(),
            }),
        }),
    });
  });
  await page.goto('./');
  await button(page, 'Save to file').click();
  await expect(page.getByText('Saved as my Every five seconds.schedule.json')).toBeVisible();
  const [text = ''] = await page.evaluate(
    () => Reflect.get(window, 'written') as unknown as readonly string[],
  );
  expect(JSON.parse(text)).toMatchObject({ name: 'Every five seconds', version: 1 });
});

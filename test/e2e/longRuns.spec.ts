import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';
import { saveDocument } from './support/savedDocument.ts';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** A document with one loop that prints a line a tick. */
const beating = (horizon: number, interval: number): object => ({
  format: 'reactor-studio/schedule',
  version: 1,
  name: 'Beat',
  horizon,
  functions: { tick: { steps: [{ do: 'log', text: 'tick {call}' }] } },
  nodes: [
    {
      kind: 'loopingCall',
      id: 'beat',
      position: { x: 0, y: 0 },
      starts: 'program',
      interval,
      call: 'tick',
    },
  ],
});

/** Opens the studio with a document. */
async function open(page: Page, document: object): Promise<Locator> {
  await saveDocument(page, document);
  await page.goto('./');
  return region(page, 'Transport');
}

test('panning to the end of what is simulated lets it go on, and the horizon stays in the document', async ({
  page,
}) => {
  const transport = await open(page, beating(60, 2));
  await expect(transport).toContainText('ended at 60.000 s: horizon reached');
  const timeline = region(page, 'Timeline');
  // Zoomed in at the beginning, nothing goes on.
  await timeline.getByRole('button', { name: 'Zoom in' }).click();
  await timeline.getByRole('button', { name: 'Zoom in' }).click();
  await expect(transport).toContainText('ended at 60.000 s');
  await timeline.getByRole('slider', { name: 'Playhead' }).focus();
  const endOf = async (): Promise<number> =>
    Number(/ended at ([\d.]+) s/.exec((await transport.textContent()) ?? '')?.[1] ?? '0');
  for (let pan = 0; pan < 30 && (await endOf()) <= 100; pan += 1) await page.keyboard.press('d');
  await expect.poll(endOf).toBeGreaterThan(100);
  await region(page, 'Events').getByRole('combobox').fill('tick 45');
  await expect(region(page, 'Events').getByRole('option').first()).toContainText('88.000');
  await expect(page.getByLabel('Horizon', { exact: true })).toHaveValue(/^60/);
});

test('a typed time beyond the horizon is simulated and shown', async ({ page }) => {
  const transport = await open(page, beating(60, 2));
  await expect(transport).toContainText('ended at 60.000 s');
  const clock = page.getByLabel('Time of the playhead');
  await clock.fill('5:00');
  await clock.press('Enter');
  await expect(transport).toContainText('ended at 300.000 s: horizon reached');
  await expect(clock).toHaveValue('05:00.000');
});

test('a used-up budget names the node at fault; the run goes on from there, is stopped, and goes on again', async ({
  page,
}) => {
  const transport = await open(page, beating(1e9, 1));
  await expect(transport).toContainText(/budget of 1,000,000 events used up, mostly by beat/, {
    timeout: 30_000,
  });
  await expect(region(page, 'Problems')).toContainText('budget of 1,000,000 events');
  const count = async (): Promise<number> => {
    const text = (await transport.textContent()) ?? '';
    return Number(/of ([\d,]+?)(?:simulating|paused|ended)/.exec(text)?.[1]?.replaceAll(',', ''));
  };
  const budget = await count();
  await button(page, 'Run on').click();
  await expect(transport).toContainText(/simulating, \d+ % of 277777:46:40/);
  await button(page, 'Stop').click();
  await expect(transport).toContainText(/paused at [\d.]+ s: you stopped the simulation/);
  const stopped = await count();
  // What it has is there to be looked at.
  await button(page, 'End').click();
  await expect(region(page, 'Events').getByRole('option').last()).toContainText('paused');
  await button(page, 'Go on').click();
  await expect.poll(count).toBeGreaterThan(stopped);
  expect([budget >= 1e6, stopped > budget]).toEqual([true, true]);
});

test('an edit during a long run abandons it, and typing stays fluid', async ({ page }) => {
  const transport = await open(page, beating(1e9, 1));
  await expect(transport).toContainText('simulating');
  await region(page, 'Timeline').getByRole('button', { name: /^beat/ }).click();
  const interval = region(page, 'Inspector').getByLabel('Interval', { exact: true });
  await interval.fill('25000000');
  await expect(transport).toContainText('ended at 1000000000.000 s', { timeout: 10_000 });
  await region(page, 'Events').getByRole('combobox').fill('tick 41');
  await expect(region(page, 'Events').getByRole('option').first()).toContainText('1000000000');
});

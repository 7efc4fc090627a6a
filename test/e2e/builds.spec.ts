import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { EXAMPLES } from '#schedule/examples.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import type { Schedule } from '#schedule/schema.ts';

import { buildSchedule } from './support/build/buildSchedule.ts';
import { keyHands } from './support/build/keyHands.ts';
import { mouseHands } from './support/build/mouseHands.ts';
import { expect, test } from './support/fixtures.ts';
import { openWithoutPickers } from './support/openWithoutPickers.ts';

/** From a Deferred that somebody fires to services within a service. */
const BUILT: ReadonlySet<string> = new Set([
  'two-seconds-later',
  'a-task-of-your-own',
  'producer-consumer',
  'in-sequence',
  'service-tree',
]);

// Hundreds of presses each.
test.describe.configure({ timeout: 300_000 });

const HANDS = { 'by the mouse': mouseHands, 'by the keyboard alone': keyHands } as const;

for (const example of EXAMPLES.filter(({ id }) => BUILT.has(id))) {
  for (const [how, hands] of Object.entries(HANDS)) {
    test(`${example.id} is drawn from nothing ${how}`, async ({ page }) => {
      await openWithoutPickers(page);
      const by = hands(page);
      await by.press(page.getByRole('button', { name: 'New', exact: true }));
      await buildSchedule(page, by, example.load());
      expect(withoutPlaces(await saved(page))).toEqual(withoutPlaces(example.load()));
    });
  }
}

/** The document as its file has it. */
async function saved(page: Page): Promise<Schedule> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const parsed = parseSchedule(JSON.parse(await readFile(await (await download).path(), 'utf8')));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.schedule;
}

/** Where cards stand is a matter of taste. */
function withoutPlaces(schedule: Schedule): unknown {
  return { ...schedule, nodes: schedule.nodes.map(({ position: _, ...node }) => node) };
}

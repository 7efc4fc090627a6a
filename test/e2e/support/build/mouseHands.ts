import type { Locator, Page } from '@playwright/test';

import { KIND_NAMES } from '#schedule/kindWords.ts';
import { t } from '#words/words.ts';
import { expect } from '../fixtures.ts';

import type { Hands } from './hands.ts';
import { nodeOf, region, titleOf } from './places.ts';

/** Where new cards are dropped, in CSS pixels from the corner of the graph: the next one is lower, then right. */
const COLUMN = 330;
const ROW = 150;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Uses the studio by the mouse: presses, drags and menus. */
export function mouseHands(page: Page): Hands {
  let dropped = 0;
  /** Services that have a member: the first is dropped into the frame, more are put in by the field. */
  const filled = new Set<string>();
  const graph = region(page, 'Graph');

  const carry = async (from: Locator, x: number, y: number): Promise<void> => {
    await from.hover();
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 8 });
    await page.mouse.up();
  };

  const nextFree = (): Place => {
    dropped += 1;
    return { x: 30 + Math.floor((dropped - 1) / 4) * COLUMN, y: 60 + ((dropped - 1) % 4) * ROW };
  };
  /** The lower left corner of a service's frame, from the corner of the graph. */
  const roomIn = async (service: string): Promise<Place> => {
    const frame = await nodeOf(page, service).boundingBox();
    const around = await graph.boundingBox();
    if (frame === null || around === null) throw new Error(`${service} is not on the screen.`);
    return { x: frame.x - around.x + 20, y: frame.y - around.y + frame.height - 30 };
  };

  return {
    press: (button) => button.click(),
    async write(field, text) {
      await field.click();
      await field.fill(text);
      await field.press('Tab');
    },
    async choose(list, value) {
      await list.selectOption(value);
    },
    tick: (box) => box.click(),
    mark: (radios, index) => radios.nth(index).click(),
    async pick(button, line) {
      await button.click();
      await page
        .getByRole('menuitem', { name: new RegExp(`^${line}`) })
        .first()
        .click();
    },
    async add(kind, service) {
      const isFirst = service !== null && !filled.has(service);
      const at = isFirst ? await roomIn(service) : nextFree();
      const item = region(page, 'Palette').getByTitle(new RegExp(`^${t(KIND_NAMES[kind])}, `));
      await item.dragTo(graph, { targetPosition: at });
      if (service !== null) filled.add(service);
      // A card may have come to lie in the frame of another service.
      const list = region(page, 'Inspector').getByLabel('Service', { exact: true });
      if (!isFirst && (await list.count()) > 0) await list.selectOption(service ?? '');
    },
    async arrange() {
      await page.getByRole('button', { name: 'Command palette' }).click();
      await page.getByRole('option', { name: /^Arrange all/ }).click();
      await graph.getByRole('button', { name: 'Show everything' }).click();
    },
    async select(id) {
      await titleOf(page, id).click();
    },
    async connect(source, target, meaning) {
      const end = await titleOf(page, target).boundingBox();
      if (end === null) throw new Error(`${target} is not on the screen.`);
      await carry(nodeOf(page, source).locator('[data-handleid="own"]'), end.x + 10, end.y + 5);
      await page.getByRole('menuitem', { name: meaning, exact: true }).click();
      await expect(page.getByRole('menuitem')).toHaveCount(0);
    },
  };
}

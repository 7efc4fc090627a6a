import type { Locator, Page } from '@playwright/test';

import { KIND_NAMES } from '#schedule/kindWords.ts';
import { t } from '#words/words.ts';
import { expect } from '../fixtures.ts';

import type { Hands } from './hands.ts';
import { nodeOf, region } from './places.ts';

/** More presses of Tab than the screen has stops. */
const MANY = 400;

/** Uses the studio by the keyboard alone. */
export function keyHands(page: Page): Hands {
  /** Presses Tab, or Shift and Tab, until something has the focus, or something in it. */
  const tabTo = async (target: Locator, orInto = false): Promise<void> => {
    await target.waitFor({ state: 'attached' });
    for (let presses = 0; presses < MANY; presses += 1) {
      const way = await target.evaluate((element, isEnough) => {
        const { activeElement } = document;
        if (element === activeElement) return null;
        if (isEnough && element.contains(activeElement)) return null;
        const order = activeElement?.compareDocumentPosition(element) ?? 0;
        return order & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab';
      }, orInto);
      if (way === null) return;
      await page.keyboard.press(way);
    }
    throw new Error(`Tab does not reach ${String(target)}.`);
  };

  return {
    async press(button) {
      await tabTo(button);
      await page.keyboard.press('Enter');
    },
    async write(field, text) {
      await tabTo(field);
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
      await page.keyboard.press('Tab');
    },
    async choose(list, value) {
      await tabTo(list);
      await page.keyboard.press('Home');
      for (let presses = 0; (await list.inputValue()) !== value; presses += 1) {
        if (presses === MANY) throw new Error(`${value} is not in ${String(list)}.`);
        await page.keyboard.press('ArrowDown');
      }
    },
    async tick(box) {
      await tabTo(box);
      await page.keyboard.press(' ');
    },
    async mark(radios, index) {
      await tabTo(radios.first());
      await page.keyboard.press(' ');
      for (let presses = 0; presses < index; presses += 1) await page.keyboard.press('ArrowDown');
    },
    async pick(button, line) {
      await tabTo(button);
      await page.keyboard.press('Enter');
      const item = page.getByRole('menuitem', { name: new RegExp(`^${line}`) }).first();
      await item.waitFor();
      for (let presses = 0; !(await isFocused(item)); presses += 1) {
        if (presses === MANY) throw new Error(`${line} is not in the menu.`);
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
    },
    async add(kind, service) {
      await tabTo(region(page, 'Graph'), true);
      await page.keyboard.press('a');
      const menu = page.getByRole('menu');
      await menu.waitFor();
      await page.keyboard.type(t(KIND_NAMES[kind]));
      await page.keyboard.press('Enter');
      await menu.waitFor({ state: 'detached' });
      // It may lie in the frame of a service that was in view.
      const list = region(page, 'Inspector').getByLabel('Service', { exact: true });
      if ((await list.count()) > 0) await this.choose(list, service ?? '');
    },
    async arrange() {
      await tabTo(region(page, 'Graph'), true);
      await page.keyboard.press('Alt+Shift+l');
      await page.keyboard.press('Shift+1');
    },
    async select(id) {
      await tabTo(nodeOf(page, id));
      await page.keyboard.press('Enter');
    },
    async connect(source, target, meaning) {
      await tabTo(nodeOf(page, source));
      await page.keyboard.press('c');
      const form = page.getByRole('form', { name: `Connect ${source}` });
      await this.choose(form.getByLabel('To', { exact: true }), target);
      const does = form.getByLabel('Does', { exact: true });
      const line = does.getByRole('option', { name: meaning, exact: true });
      await this.choose(does, (await line.getAttribute('value')) ?? '');
      await this.press(form.getByRole('button', { name: 'Connect', exact: true }));
      await expect(form).toHaveCount(0);
    },
  };
}

async function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

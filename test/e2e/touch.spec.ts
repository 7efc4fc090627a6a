import AxeBuilder from '@axe-core/playwright';
import type { CDPSession, Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures.ts';

const SCREENS = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  'tablet on its side': { width: 1180, height: 820 },
} as const;

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
const node = (page: Page, id: string): Locator =>
  region(page, 'Graph').locator(`.react-flow__node[data-id="${id}"]`);

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** Fingers on the screen, as a browser hears them. */
async function touch(
  cdp: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  fingers: readonly Finger[],
): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: fingers.map((finger, id) => ({ ...finger, id })),
  });
}

/** For so many frames fingers rest before they are lifted. */
const RESTS = 8;

/** Puts fingers down, moves them to other places in steps, and lifts them. */
async function drag(
  page: Page,
  from: readonly Finger[],
  to: readonly Finger[],
  steps = 8,
): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await touch(cdp, 'touchStart', from);
  // They rest before they are lifted: after a fling a browser takes the next tap for what ends it.
  for (let step = 1; step <= steps + RESTS; step += 1) {
    const part = Math.min(1, step / steps);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(resolve);
        }),
    );
    await touch(
      cdp,
      'touchMove',
      from.map(({ x, y }, finger) => ({
        x: x + ((to[finger]?.x ?? x) - x) * part,
        y: y + ((to[finger]?.y ?? y) - y) * part,
      })),
    );
  }
  await touch(cdp, 'touchEnd', []);
  await cdp.detach();
}

async function middle(target: Locator): Promise<Finger> {
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${String(target)} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Controls that are too small for a finger; those on a card grow with it. */
async function smallControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, select, textarea, input, [role="menuitem"], [role="tab"], [role="option"]',
    );
    return [...controls]
      .filter((one) => {
        const box = (
          one instanceof HTMLInputElement && one.type === 'checkbox' ? one.labels?.[0] : one
        )?.getBoundingClientRect();
        if (box === undefined || box.width === 0 || !one.checkVisibility()) return false;
        if (one.closest('.react-flow__node') !== null || one.role === 'switch') return false;
        return Math.min(box.width, box.height) < 39.5;
      })
      .map((one) => `${one.getAttribute('aria-label') ?? one.textContent} ${one.className}`);
  });
}

for (const [name, viewport] of Object.entries(SCREENS)) {
  test.describe(name, () => {
    test.use({ viewport, hasTouch: true, isMobile: true });

    test.beforeEach(async ({ page }) => {
      await page.goto('./');
      await expect(region(page, 'Transport')).toContainText('ended at');
    });

    test('everything can be hit, nothing is wider than the screen, and axe finds nothing', async ({
      page,
    }) => {
      await node(page, 'poll').tap();
      await expect(region(page, 'Inspector').getByLabel('Interval', { exact: true })).toBeVisible();
      expect(await smallControls(page)).toEqual([]);
      const size = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight];
      });
      expect(size).toEqual([0, 0]);
      const results = await new AxeBuilder({ page }).analyze();
      expect(results.violations).toEqual([]);
    });

    test('a card is added, connected and edited, and the run is stepped through', async ({
      page,
    }) => {
      const inspector = region(page, 'Inspector');
      await region(page, 'Palette')
        .getByTitle(/^deferLater, /)
        .tap();
      await expect(node(page, 'wait')).toBeVisible();
      await inspector.getByLabel('Starts', { exact: true }).selectOption('never');

      await region(page, 'Graph').getByRole('button', { name: 'Show everything' }).tap();
      await node(page, 'poll').locator('header').tap();
      const handle = node(page, 'poll').locator('[data-handleid="own"]');
      await expect(handle).toBeVisible();
      await drag(
        page,
        [await middle(handle)],
        [await middle(node(page, 'wait').locator('header'))],
      );
      await page.getByRole('menuitem', { name: 'start wait', exact: true }).tap();
      await expect(node(page, 'poll')).toContainText('start wait');

      await node(page, 'wait').locator('header').tap();
      await inspector.getByLabel('Delay', { exact: true }).fill('1.5s');
      await inspector.getByLabel('Delay', { exact: true }).press('Enter');
      await page.getByRole('button', { name: 'Start', exact: true }).tap();
      await expect(node(page, 'wait')).toContainText('not started');
      const step = page.getByRole('button', { name: 'Step', exact: true });
      for (let steps = 0; steps < 8; steps += 1) await step.tap();
      await expect(node(page, 'wait')).toContainText('in 1.5 s');
      await page.getByRole('button', { name: 'Step back', exact: true }).tap();
      await page.getByRole('button', { name: 'Step back', exact: true }).tap();
      await expect(region(page, 'Transport')).toContainText(/event 6 of/);
    });

    test('one finger pans the graph, two make it larger, and one that rests opens the menu', async ({
      page,
    }) => {
      const box = await region(page, 'Graph').boundingBox();
      if (box === null) throw new Error('There is no graph.');
      const corner = { x: box.x + 60, y: box.y + 30 };
      const before = await node(page, 'poll').boundingBox();
      await drag(page, [corner], [{ x: corner.x + 40, y: corner.y + 20 }]);
      await expect
        .poll(async () =>
          Math.round(((await node(page, 'poll').boundingBox())?.x ?? 0) - (before?.x ?? 0)),
        )
        .toBeGreaterThan(25);

      const wide = { x: corner.x + 140, y: corner.y };
      await drag(
        page,
        [corner, wide],
        [
          { ...corner, x: corner.x - 30 },
          { ...wide, x: wide.x + 60 },
        ],
      );
      await expect
        .poll(
          async () => ((await node(page, 'poll').boundingBox())?.width ?? 0) / (before?.width ?? 1),
        )
        .toBeGreaterThan(1.2);
      await region(page, 'Graph').getByRole('button', { name: 'Show everything' }).tap();

      const cdp = await page.context().newCDPSession(page);
      await touch(cdp, 'touchStart', [await middle(node(page, 'poll').locator('header'))]);
      const menu = page.getByRole('menu', { name: 'Node' });
      await expect(menu).toBeVisible();
      await touch(cdp, 'touchEnd', []);
      await menu.getByRole('menuitem', { name: /^Duplicate/ }).tap();
      await expect(node(page, 'poll_2')).toBeVisible();
    });

    test('the timeline is panned, made larger and pressed', async ({ page }) => {
      const timeline = region(page, 'Timeline');
      await timeline.scrollIntoViewIfNeeded();
      const lanes = timeline.locator('canvas').last();
      const box = await lanes.boundingBox();
      if (box === null) throw new Error('There is no timeline.');
      const y = box.y + Math.min(box.height / 2, 60);
      const at = (part: number): Finger => ({ x: box.x + box.width * part, y });
      const clock = region(page, 'Transport').getByRole('textbox');

      const view = timeline.getByRole('slider', { name: /Part of the run in view/ });
      await drag(page, [at(0.4), at(0.6)], [at(0.2), at(0.8)]);
      const zoomed = await view.getAttribute('aria-valuetext');
      await drag(page, [at(0.7)], [at(0.4)]);
      await expect(view).not.toHaveAttribute('aria-valuetext', zoomed ?? '');

      const time = await clock.inputValue();
      const ruler = await middle(timeline.getByRole('slider', { name: 'Playhead' }));
      await page.touchscreen.tap(at(0.5).x, ruler.y);
      await expect(clock).not.toHaveValue(time);
    });
  });
}

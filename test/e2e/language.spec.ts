import type { Page } from '@playwright/test';

import { dropFiles } from './support/dropFile.ts';
import { expect, test } from './support/fixtures.ts';

/**
 * What the page says in English words, two or more in a row: texts, names and hints. Code, names of
 * the document and what the program printed are no words of the studio.
 */
function englishOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isCode = (element: Element): boolean =>
      element.closest('code, pre, kbd, textarea, noscript, .react-flow__attribution') !== null;
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement !== null && !isCode(parentElement)) said.push(textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (isCode(element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-roledescription']) {
        said.push(element.getAttribute(name) ?? '');
      }
    }
    return [
      ...new Set(
        said.filter(
          (text) =>
            /[a-z]{2,} [a-z]{2,}/u.test(text.replaceAll(/“[^”]*”/gu, '')) &&
            !text.includes('<twisted'),
        ),
      ),
    ];
  });
}

/** Of many kinds, with errors and problems; whatever its author says is Chinese. */
const DOCUMENT = JSON.stringify({
  format: 'reactor-studio/schedule',
  version: 1,
  name: '一份调度',
  notes: '用来查看界面。',
  horizon: 30,
  functions: {
    tick_1: {
      steps: [
        { do: 'log', text: '第 {call} 次' },
        { do: 'block', for: 2.5, when: { call: 2 } },
      ],
    },
    burst_1: { steps: [{ do: 'raise', error: { type: 'ValueError', message: '坏了' } }] },
    take_1: { steps: [{ do: 'await', node: 'get_1', start: true }] },
    fill_1: { steps: [{ do: 'put', node: 'box_1', value: 1 }] },
    work_1: { steps: [{ do: 'block', for: 1 }] },
    slice_1: { steps: [{ do: 'pause', node: 'job_1', when: { call: 3 } }] },
  },
  nodes: [
    { kind: 'loopingCall', id: 'poll_1', interval: 1, now: true, call: 'tick_1' },
    { kind: 'deferLater', id: 'slow_1', delay: 3, call: 'burst_1', chain: [{ timeout: 2 }] },
    { kind: 'queue', id: 'box_1', size: 2 },
    { kind: 'queueGet', id: 'get_1', queue: 'box_1', starts: 'never' },
    { kind: 'coroutine', id: 'main_task_1', call: 'take_1' },
    { kind: 'outsideEvent', id: 'world_1', at: [4, 6, 40], call: 'fill_1' },
    { kind: 'deferToThread', id: 'thread_1', call: 'work_1' },
    { kind: 'cooperate', id: 'job_1', call: 'slice_1', count: 5 },
    { kind: 'semaphore', id: 'limit_1', tokens: 1 },
    { kind: 'guarded', id: 'one_1', semaphore: 'limit_1', call: 'work_1' },
    { kind: 'deferredList', id: 'all_1', members: ['slow_1', 'thread_1'], startMembers: false },
    { kind: 'service', id: 'app_1' },
    {
      kind: 'callLater',
      id: 'lost_1',
      delay: { uniform: [1, 2] },
      call: 'work_1',
      starts: 'never',
    },
  ].map((node, index) => ({
    position: { x: (index % 4) * 320, y: Math.floor(index / 4) * 260 },
    starts: 'program',
    ...node,
  })),
});

test('the language is chosen in a menu, kept, and the whole page speaks it', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '中文' }).click();
  await expect(page.getByRole('button', { name: '示例' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.reload();
  await dropFiles(page, [{ name: '调度.json', text: DOCUMENT }]);
  await expect(page.locator('.react-flow__node')).toHaveCount(13);
  expect(await englishOn(page)).toEqual([]);

  // Each node: what it is, how it stands, what it means.
  await page.getByRole('textbox', { name: '播放头的时间' }).fill('5');
  await page.getByRole('textbox', { name: '播放头的时间' }).press('Enter');
  for (const node of await page.locator('.react-flow__node').all()) {
    await node.locator('[id$="-id"]').first().click();
    const tabs = page.getByRole('tablist', { name: '显示节点的哪一面' });
    await tabs.getByRole('tab').nth(1).click();
    await page.keyboard.press('Alt+Shift+x');
    expect(await englishOn(page)).toEqual([]);
    await tabs.getByRole('tab').first().click();
    expect(await englishOn(page)).toEqual([]);
  }
  // The views beside the graph, the lists below it, and the help above all.
  for (const key of ['Alt+Shift+c', 'Alt+Shift+p', 'Alt+Shift+b', 'Alt+Shift+q', 'Alt+Shift+u']) {
    await page.keyboard.press(key);
    expect(await englishOn(page)).toEqual([]);
  }
  await page.keyboard.press('Alt+Shift+e');
  await expect(page.getByRole('region', { name: '课程', exact: true })).toBeVisible();
  expect(await englishOn(page)).toEqual([]);
  await page.keyboard.press('Alt+Shift+e');
  await page.getByRole('button', { name: '快捷键帮助' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await englishOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  // And back, by the palette of commands, under its English name.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Other language');
  await page.getByRole('option', { name: '另一种语言' }).click();
  await expect(page.getByRole('button', { name: 'Examples' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

import { readdirSync, readFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { lessonSchema, type Lesson } from '#lessons/lessonSchema.ts';

import { expect, test } from './support/fixtures.ts';
import { keyHands } from './support/build/keyHands.ts';
import { mouseHands } from './support/build/mouseHands.ts';
import type { Hands } from './support/build/hands.ts';

const FILES = new URL('../../src/lessons/data/lessons/', import.meta.url);
const LESSONS: readonly Lesson[] = readdirSync(FILES).map((name) =>
  lessonSchema.parse(JSON.parse(readFileSync(new URL(name, FILES), 'utf8'))),
);

/** What the buttons are called. */
const WORDS = {
  en: {
    panel: 'Lessons',
    timeline: 'Timeline',
    expect: 'That is what I expect',
    right: 'Right.',
    next: 'Next',
    moment: 'Show me the moment',
    solution: 'Show a solution',
    done: 'Done: the run does what was asked.',
    up: (line: string) => `Move “${line}” up`,
  },
  zh: {
    panel: '课程',
    timeline: '时间线',
    expect: '这就是我的预期',
    right: '正确。',
    next: '下一页',
    moment: '带我到那一刻',
    solution: '看一种解法',
    done: '完成：运行结果符合要求。',
    up: (line: string) => `上移“${line}”`,
  },
} as const;

const panel = (page: Page, language: 'en' | 'zh'): Locator =>
  page.getByRole('region', { name: WORDS[language].panel, exact: true });
const button = (scope: Locator, name: string): Locator =>
  scope.getByRole('button', { name, exact: true });

/** Answers a lesson's question rightly. */
async function answer(
  scope: Locator,
  hands: Hands,
  lesson: Lesson,
  language: 'en' | 'zh',
): Promise<void> {
  const { question } = lesson;
  switch (question.is) {
    case 'choose':
      await hands.mark(scope.getByRole('radio'), question.right);
      break;
    case 'number':
      await hands.write(scope.getByRole('spinbutton'), String(question.right));
      break;
    case 'printed':
      await hands.write(scope.getByRole('textbox'), question.lines.join('\n'));
      break;
    case 'order':
      for (const [index, line] of question.lines.entries()) {
        const shown = scope.getByRole('listitem').locator('code');
        while ((await shown.allTextContents()).indexOf(line) > index) {
          await hands.press(button(scope, WORDS[language].up(line)));
        }
      }
      break;
  }
  await hands.press(button(scope, WORDS[language].expect));
}

const WAYS = [
  { language: 'en', locale: 'en-US', how: 'by the mouse in English', hands: mouseHands },
  { language: 'zh', locale: 'zh-CN', how: 'by keys in Chinese', hands: keyHands },
] as const;

for (const { language, locale, how, hands: handsOf } of WAYS) {
  test.describe(how, () => {
    test.use({ locale });

    for (const lesson of LESSONS) {
      test(`${lesson.id} is taken to its end`, async ({ page }) => {
        const words = WORDS[language];
        await page.goto(`./#lesson=${lesson.id}`);
        const scope = panel(page, language);
        const hands = handsOf(page);
        await expect(scope.getByRole('heading', { level: 2 })).toContainText(
          lesson.title[language],
        );
        // Before the answer nothing tells what the run does.
        const timeline = page.getByRole('region', { name: words.timeline, exact: true });
        await expect(timeline).toHaveCount(0);
        await answer(scope, hands, lesson, language);
        await expect(scope.getByRole('status')).toContainText(words.right);
        await expect(timeline).toBeVisible();

        await hands.press(button(scope, words.next));
        await hands.press(button(scope, words.moment));
        await expect(page.locator(`.react-flow__node[data-id="${lesson.look.node}"]`)).toHaveClass(
          /selected/,
        );
        await hands.press(button(scope, words.next));
        await expect(scope).toContainText(words.right);
        await hands.press(button(scope, words.next));
        await expect(scope.getByRole('status')).not.toContainText(words.done);
        await hands.press(button(scope, words.solution));
        await expect(scope.getByRole('status')).toContainText(words.done);
      });
    }
  });
}

test('a wrong answer says why, progress is kept, and undo brings the own document back', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Lessons' }).click();
  const scope = panel(page, 'en');
  await expect(scope).toContainText('0 of 23 done');
  await scope.getByRole('button', { name: /errback does not guard/ }).click();
  await expect(page).toHaveURL(/#lesson=same-link$/);
  await expect(button(scope, 'Next')).toBeDisabled();
  // Nor does the name of a card tell before the answer that something goes wrong.
  const card = page.locator('.react-flow__node').first();
  await expect(card).toHaveAccessibleName(/^fetch/);
  await expect(card).not.toHaveAccessibleName(/problem/);
  await scope.getByRole('radio').first().check();
  await button(scope, 'That is what I expect').click();
  await expect(scope.getByRole('status')).toContainText('Not quite. The two sides of a link');
  await expect(card).toHaveAccessibleName(/problem/);
  const results = await new AxeBuilder({ page }).analyze();
  expect(results.violations).toEqual([]);
  for (let pages = 0; pages < 3; pages += 1) await button(scope, 'Next').click();
  await expect(scope.getByRole('status')).toContainText(
    "It does not print “mended: ValueError('no number')” at that place yet.",
  );

  // The change itself, made by hand: the errback goes into a link of its own.
  await page.locator('#card-fetch-id').click();
  const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
  await inspector.getByRole('button', { name: 'errback mend' }).click();
  await inspector.getByRole('button', { name: 'Delete errback' }).click();
  await inspector.getByRole('button', { name: 'Add errback', exact: true }).click();
  await inspector.getByRole('button', { name: 'Add step' }).last().click();
  await page.getByRole('menuitem', { name: /^log/ }).click();
  await inspector.getByLabel('Text', { exact: true }).last().fill('mended: {input}');
  await expect(scope.getByRole('status')).toContainText('Done: the run does what was asked.');

  await button(scope, 'All lessons').click();
  await expect(scope).toContainText('1 of 23 done');
  await page.reload();
  await page.getByRole('button', { name: 'Lessons' }).click();
  await expect(scope).toContainText('1 of 23 done');
  await page.getByRole('button', { name: 'Close the lessons' }).click();
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).first();
  for (let edits = 0; edits < 30; edits += 1) {
    if ((await undo.getAttribute('aria-disabled')) === 'true') break;
    await undo.click();
  }
  await expect(page.getByRole('textbox', { name: 'Name of the schedule' })).toHaveValue(
    'Every five seconds',
  );
});

test('a link to a lesson that is not there offers those that are', async ({ page }) => {
  await page.goto('./#lesson=nothing');
  await expect(panel(page, 'en').getByRole('alert')).toContainText('There is no lesson “nothing”.');
  await panel(page, 'en')
    .getByRole('button', { name: /Late ticks/ })
    .click();
  await expect(panel(page, 'en').getByRole('heading', { level: 2 })).toContainText('Late ticks');
});

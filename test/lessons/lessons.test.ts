import { describe, expect, test } from 'vitest';

import { claimFaults, type DoneLesson } from '#lessons/claims.ts';
import { lessonSchema, type Lesson } from '#lessons/lessonSchema.ts';
import { LESSONS, loadLesson } from '#lessons/lessons.ts';
import { solutionOf, startOf } from '#lessons/lessonSchedules.ts';
import { isRight, proofs } from '#lessons/proofs.ts';
import type { Schedule } from '#schedule/schema.ts';

import { run } from '../support/runs.ts';

const files = import.meta.glob<unknown>('../../src/lessons/data/lessons/*.json', {
  import: 'default',
  eager: true,
});
const lessons = Object.entries(files).map(([path, file]): readonly [string, Lesson] => [
  path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
  lessonSchema.parse(file),
]);

function done(schedule: Schedule): DoneLesson {
  return { schedule, ...run(schedule) };
}

test('the list has every lesson, by its own title', async () => {
  expect(LESSONS.map(({ id }) => id).toSorted()).toEqual(lessons.map(([id]) => id).toSorted());
  for (const { id, title } of LESSONS) {
    const lesson = await loadLesson(id);
    expect([lesson?.id, lesson?.title]).toEqual([id, title]);
  }
  expect(await loadLesson('no-such-lesson')).toBeNull();
});

describe.each(lessons)('%s', (_, lesson) => {
  test('its run does what the lesson says, so the right answer is right', () => {
    expect(claimFaults(proofs(lesson), done(startOf(lesson)))).toEqual([]);
  });

  test('its solution reaches the goal, and the start does not', () => {
    const { goal } = lesson.change;
    expect(claimFaults(goal, done(solutionOf(lesson)))).toEqual([]);
    expect(claimFaults(goal, done(startOf(lesson)))).not.toEqual([]);
  });

  test('what it looks at is there', () => {
    const { nodes, horizon } = startOf(lesson);
    expect(nodes.map(({ id }) => id)).toContain(lesson.look.node);
    expect(lesson.look.time).toBeLessThanOrEqual(horizon);
  });

  test('its question has one right answer', () => {
    const { question } = lesson;
    if (question.is === 'choose') {
      expect(question.options.map((_option, index) => isRight(question, index))).toEqual(
        question.options.map((_option, index) => index === question.right),
      );
    } else if (question.is === 'number') {
      expect(question.holds.length).toBeGreaterThan(0);
      expect([isRight(question, question.right), isRight(question, question.right + 0.5)]).toEqual([
        true,
        false,
      ]);
    } else {
      expect(isRight(question, question.lines)).toBe(true);
      expect(isRight(question, question.lines.toReversed())).toBe(false);
    }
  });

  test('it speaks both languages, each in its own words', () => {
    const texts: { en: string; zh: string }[] = [];
    JSON.stringify(lesson, (__, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'en' in value && 'zh' in value) {
        texts.push(value as { en: string; zh: string });
      }
      return value;
    });
    expect(texts.length).toBeGreaterThan(6);
    expect(texts.filter(({ en, zh }) => en === zh || !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });
});

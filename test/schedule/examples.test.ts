import { expect, onTestFinished, test } from 'vitest';

import { CHINESE_EXAMPLES } from '#schedule/chineseExamples.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { nodeSchema } from '#schedule/nodeSchema.ts';
import { slidesOf } from '#schedule/slides.ts';
import { speak } from '#words/words.ts';

test('every kind of node has an example', () => {
  const shown = new Set(EXAMPLES.flatMap(({ load }) => load().nodes.map(({ kind }) => kind)));
  const kinds = nodeSchema.def.options.map((option) => option.shape.kind.def.values[0]);
  expect(kinds.filter((kind) => kind === undefined || !shown.has(kind))).toEqual([]);
});

test('every example has its name and notes in both languages', async () => {
  const english = EXAMPLES.map(({ name, load }) => ({ name, notes: load().notes }));
  await speak('zh');
  onTestFinished(() => speak('en'));
  const noted = EXAMPLES.map(({ id, name, load }, index) => {
    const { name: title, notes } = load();
    const isChinese = [name, notes].every((text) => /\p{Script=Han}/u.test(text));
    return [id, (english[index]?.notes.length ?? 0) > 80, isChinese && title === name];
  });
  expect([noted, Object.keys(CHINESE_EXAMPLES).length]).toEqual([
    EXAMPLES.map(({ id }) => [id, true, true]),
    EXAMPLES.length,
  ]);
  expect(english.map(({ name }) => name)).not.toContain(EXAMPLES[0].name);
});

test('the slides of examples name nodes that are there and times of the run, in both languages alike', async () => {
  const shownBy = (): readonly unknown[] =>
    EXAMPLES.map(({ id, load }) => {
      const { notes, nodes, horizon } = load();
      const ids = new Set(nodes.map((node) => node.id));
      const shown = slidesOf(notes).map(({ time, nodes: named }) => ({ time, named }));
      for (const { time, named } of shown) {
        expect([id, (time ?? 0) <= horizon, named?.filter((name) => !ids.has(name)) ?? []]).toEqual(
          [id, true, []],
        );
      }
      return shown;
    });
  const english = shownBy();
  expect(english.filter((shown) => Array.isArray(shown) && shown.length > 1)).not.toEqual([]);
  await speak('zh');
  onTestFinished(() => speak('en'));
  expect(shownBy()).toEqual(english);
});

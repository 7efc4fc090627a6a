import { expect, test } from 'vitest';

import { CHINESE_NOTES } from '#schedule/exampleNotes.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { nodeSchema } from '#schedule/nodeSchema.ts';

test('every kind of node has an example', () => {
  const shown = new Set(EXAMPLES.flatMap(({ load }) => load().nodes.map(({ kind }) => kind)));
  const kinds = nodeSchema.def.options.map((option) => option.shape.kind.def.values[0]);
  expect(kinds.filter((kind) => kind === undefined || !shown.has(kind))).toEqual([]);
});

test('every example has notes in both languages', () => {
  const noted = EXAMPLES.map(({ id, load }) => {
    const english = load().notes;
    const chinese = load('zh').notes;
    return [id, english.length > 80, /\p{Script=Han}/u.test(chinese) && chinese !== english];
  });
  expect([noted, Object.keys(CHINESE_NOTES).length]).toEqual([
    EXAMPLES.map(({ id }) => [id, true, true]),
    EXAMPLES.length,
  ]);
});

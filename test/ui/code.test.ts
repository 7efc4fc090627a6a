import { expect, test } from 'vitest';

import { exportPython } from '#export/exportPython.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { plainLines, type CodeLine } from '#ui/code/codeLine.ts';
import { dedented } from '#ui/code/dedented.ts';
import { highlightPython } from '#ui/code/highlightPython.ts';

const textOf = (lines: readonly CodeLine[]): string =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

test('colours leave the text as it is, line by line', () => {
  for (const example of EXAMPLES) {
    const { text } = exportPython(example.load());
    expect(textOf(highlightPython(text))).toBe(text);
    expect(textOf(plainLines(text))).toBe(text);
  }
});

test('columns count the characters before a piece', () => {
  const [line = []] = highlightPython('    return  "a"  # b');
  expect(line.map(({ column, text }) => [column, text])).toEqual([
    [0, '    '],
    [4, 'return'],
    [10, '  '],
    [12, '"a"'],
    [15, '  '],
    [17, '# b'],
  ]);
});

test('each kind of word has its colour', () => {
  const code = [
    'class Poll(Exception):',
    '    def start(self) -> None:',
    '        """Start',
    '        it."""',
    '        if self.n > 1.5:',
    '            raise ValueError("no")  # why',
  ].join('\n');
  const coloured = highlightPython(code).map((line) =>
    line.flatMap(({ text, kind }) => (kind === null ? [] : [`${kind} ${text.trim()}`])),
  );
  expect(coloured).toEqual([
    ['keyword class', 'definition Poll'],
    ['keyword def', 'definition start', 'number None'],
    ['string """Start'],
    ['string it."""'],
    ['keyword if', 'number 1.5'],
    ['keyword raise', 'string "no"', 'comment # why'],
  ]);
});

test('an excerpt stands as far left as its lines go', () => {
  const lines = highlightPython('class A:\n    def f(self):\n\n        return """x\n      y"""');
  expect(textOf(dedented(lines.slice(1)))).toBe('def f(self):\n\n    return """x\n  y"""');
  expect(textOf(dedented(lines))).toBe(textOf(lines));
  expect(dedented([])).toEqual([]);
});

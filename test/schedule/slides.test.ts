import { describe, expect, test } from 'vitest';

import { slidesOf, textOfSlides } from '#schedule/slides.ts';

test('notes without a word are no slide', () => {
  expect([slidesOf(''), slidesOf(' \n\n')]).toEqual([[], []]);
});

test('notes without a line of hyphens are one slide that shows nothing of its own', () => {
  expect(slidesOf('A poll.\n\nIt *skips* ticks.')).toEqual([
    { text: 'A poll.\n\nIt *skips* ticks.', time: null, nodes: null },
  ]);
});

test('a line of hyphens alone is the break between two slides, with any ends of lines', () => {
  expect(slidesOf('one\r\n---\r\ntwo\n -----  \nthree').map(({ text }) => text)).toEqual([
    'one',
    'two',
    'three',
  ]);
});

test('hyphens within a line, in a list or too few are no break', () => {
  expect(slidesOf('a --- b\n- --- c\n--\nd')).toHaveLength(1);
});

describe('the first line of a slide', () => {
  const cases: readonly [line: string, time: number | null, nodes: readonly string[] | null][] = [
    ['@ 4.5 s poll, fetch', 4.5, ['poll', 'fetch']],
    ['@4.5s', 4.5, null],
    ['@ 4.5', 4.5, null],
    ['@ 250 ms poll', 0.25, ['poll']],
    ['@ 2min', 120, null],
    ['@ 1:30 poll', 90, ['poll']],
    ['@ poll fetch', null, ['poll', 'fetch']],
    ['@ 4 seen_by', 4, ['seen_by']],
    ['@ 3, main_task', 3, ['main_task']],
    ['@', null, null],
  ];
  test.each(cases)('%s', (line, time, nodes) => {
    expect(slidesOf(`${line}\n# What waits`)).toEqual([{ text: '# What waits', time, nodes }]);
  });

  test('may have empty lines before it, and needs no text after it', () => {
    expect(slidesOf('one\n---\n\n@ 2 s poll')).toEqual([
      { text: 'one', time: null, nodes: null },
      { text: '', time: 2, nodes: ['poll'] },
    ]);
  });

  test('is text where the mark comes later', () => {
    expect(slidesOf('Mail me @ 4')).toEqual([{ text: 'Mail me @ 4', time: null, nodes: null }]);
  });
});

test('the texts of all slides leave out what is for the presentation', () => {
  expect(textOfSlides('one\n---\n@ 4 s poll\n\ntwo\n---\n@ 5')).toBe('one\n\ntwo\n\n');
});

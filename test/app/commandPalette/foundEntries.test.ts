import { expect, test } from 'vitest';

import { foundEntries, type Score } from '#app/commandPalette/foundEntries.ts';
import type { PaletteEntry } from '#app/commandPalette/paletteEntry.ts';

/** Fits in full, at the beginning, or anywhere; by a keyword less. */
const score: Score = (text, typed, keywords) => {
  if (text === typed) return 1;
  if (text.startsWith(typed)) return 0.8;
  if (text.includes(typed)) return 0.5;
  return keywords.some((word) => word.includes(typed)) ? 0.2 : 0;
};

function entry(group: string, label: string, more: Partial<PaletteEntry> = {}): PaletteEntry {
  return { id: `${group} ${label}`, group, label, note: '', run: () => undefined, ...more };
}

const ALL = [
  entry('Schedule', 'undo'),
  entry('Schedule', 'redo', { note: 'after undo' }),
  entry('Schedule', 'do', { disabled: true }),
  entry('Nodes', 'donor'),
  entry('Nodes', 'poll'),
];

/** The groups with their entries, as `Group: one, other`. */
function found(typed: string, entries = ALL): readonly string[] {
  return foundEntries(entries, typed, score).map(
    ({ name, entries: shown, more }) =>
      `${name}: ${shown.map(({ label }) => label).join(', ')}${more === 0 ? '' : ` +${more}`}`,
  );
}

test('where nothing is typed, all is there in its own order', () => {
  expect(found(' ')).toEqual(['Schedule: undo, redo, do', 'Nodes: donor, poll']);
});

test('what fits best stands first, with its group; what cannot be done stands last', () => {
  expect([found('do'), found('undo'), found('poll'), found('nothing')]).toEqual([
    ['Nodes: donor', 'Schedule: undo, redo, do'],
    ['Schedule: undo, redo'],
    ['Nodes: poll'],
    [],
  ]);
});

test('of many that fit alike the first are shown, and how many more there are', () => {
  const many = Array.from({ length: 50 }, (_, index) => entry('Nodes', `node_${index}`));
  const [group] = foundEntries(many, 'node', score);
  expect([group?.entries.length, group?.more, group?.entries[0]?.label]).toEqual([
    30,
    20,
    'node_0',
  ]);
});

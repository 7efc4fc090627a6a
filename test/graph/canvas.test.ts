import { expect, test } from 'vitest';

import { keyAction, type CanvasAction } from '#graph/editing/keyAction.ts';
import { selectedAfter } from '#graph/canvas/selected.ts';

/** What a chord such as `Shift+ArrowUp` does. */
function does(chord: string): CanvasAction | null {
  const parts = chord.split('+');
  const press = {
    key: parts.at(-1) ?? '',
    mod: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
  return keyAction(press);
}

test('on the canvas arrow keys move, further with Shift, and Tab opens the palette', () => {
  expect(
    ['ArrowLeft', 'Shift+ArrowDown', 'Tab', 'Shift+Tab', 'Ctrl+ArrowUp', 'c'].map(does),
  ).toEqual([
    { do: 'move', x: -1, y: 0 },
    { do: 'move', x: 0, y: 4 },
    { do: 'palette' },
    null,
    null,
    null,
  ]);
});

test('selections follow what React Flow reports, and stay the same array where nothing changes', () => {
  const before = ['a', 'b'];
  const select = (id: string, selected: boolean) => ({ type: 'select', id, selected }) as const;
  const unchanged = selectedAfter(before, [
    { type: 'dimensions' },
    select('a', true),
    select('z', false),
  ]);
  expect([
    unchanged === before,
    selectedAfter(before, [select('a', false), select('c', true)]),
  ]).toEqual([true, ['b', 'c']]);
});

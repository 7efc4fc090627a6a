import { expect, test } from 'vitest';

import { keyAction, type CanvasAction } from '#graph/editing/keyAction.ts';
import { selectedAfter } from '#graph/canvas/selected.ts';

/** What a chord such as `Shift+ArrowUp` does. */
function does(chord: string, onPane = true): CanvasAction | null {
  const parts = chord.split('+');
  const press = {
    key: parts.at(-1) === '' ? '+' : (parts.at(-1) ?? ''),
    mod: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
  return keyAction(press, onPane);
}

test('every key of the canvas does what it says', () => {
  const chords = 'Ctrl+a Delete Backspace F2 c Escape Tab Shift+Tab Alt+c Ctrl+c a + - Shift+! x';
  const said = chords.split(' ').map((chord) => `${chord} ${does(chord)?.do ?? 'nothing'}`);
  expect(said).toEqual([
    'Ctrl+a selectAll',
    'Delete remove',
    'Backspace remove',
    'F2 rename',
    'c connect',
    'Escape clear',
    'Tab palette',
    'Shift+Tab nothing',
    'Alt+c nothing',
    'Ctrl+c nothing',
    'a nothing',
    '+ zoomIn',
    '- zoomOut',
    'Shift+! fit',
    'x nothing',
  ]);
});

test('arrow keys move from the canvas, further with Shift; on a card they are React Flow’s', () => {
  expect([
    does('ArrowLeft'),
    does('Shift+ArrowDown'),
    does('ArrowUp', false),
    does('Tab', false),
  ]).toEqual([{ do: 'move', x: -1, y: 0 }, { do: 'move', x: 0, y: 4 }, null, null]);
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

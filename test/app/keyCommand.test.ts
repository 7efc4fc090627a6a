import { expect, test } from 'vitest';

import { ariaChord, chordText, type KeyPress } from '#app/keys/chord.ts';
import { COMMANDS } from '#app/commands.ts';
import { keyCommand, type Focus } from '#app/keys/keyCommand.ts';

const PLAIN = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

/** A key press as people write it: `Ctrl+Shift+z`. */
function press(text: string): KeyPress {
  const parts = text.split('+');
  const key = parts.at(-1) ?? '';
  return {
    ...PLAIN,
    key: key === 'Space' ? ' ' : key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
}

function commandOf(text: string, focus: Focus = 'page', mac = false): string | null {
  return keyCommand(press(text), { focus, mac, characterKeys: true });
}

test('the keys of the help do what the help says', () => {
  const keys = ['F8', 'Space', 'F9', ',', 'F10', '.', 'Shift+>', 'Home', 'End', 'Shift+?'];
  const more = ['Ctrl+z', 'Ctrl+Shift+Z', 'Ctrl+y', 'Alt+Shift+d', 'Alt+Shift+p', 'Alt+Shift+m'];
  const views = ['z', 'Backspace', 'Shift+Backspace'];
  expect([...keys, ...more, ...views].map((key) => `${key}: ${commandOf(key)}`)).toEqual([
    'F8: playPause',
    'Space: playPause',
    'F9: stepBack',
    ',: stepBack',
    'F10: step',
    '.: step',
    'Shift+>: nextInstant',
    'Home: start',
    'End: end',
    'Shift+?: help',
    'Ctrl+z: undo',
    'Ctrl+Shift+Z: redo',
    'Ctrl+y: redo',
    'Alt+Shift+d: theme',
    'Alt+Shift+p: python',
    'Alt+Shift+m: problems',
    'z: zoomSelection',
    'Backspace: lastWindow',
    'Shift+Backspace: nextWindow',
  ]);
});

test('a key with another modifier means nothing', () => {
  const others = ['q', 'Ctrl+Alt+z', 'Shift+F10', 'Ctrl+F8', 'Ctrl+.', 'Cmd+z', 'Alt+Home'];
  expect(others.map((key) => commandOf(key))).toEqual(others.map(() => null));
});

test('a Mac undoes with Cmd, and Ctrl+Y redoes there too', () => {
  const keys = ['Cmd+z', 'Cmd+Shift+z', 'Ctrl+y', 'Ctrl+z'];
  expect(keys.map((key) => commandOf(key, 'page', true))).toEqual(['undo', 'redo', 'redo', null]);
});

test('what has the focus keeps the keys that are its own', () => {
  const keys = ['Space', 'Home', '.', 'Ctrl+z', 'Alt+Shift+d', 'F10', 'Ctrl+s', 'Ctrl+o'];
  const focuses: readonly Focus[] = ['page', 'button', 'widget', 'choice', 'text', 'layer'];
  const acting = focuses.map((focus) => [
    focus,
    keys.filter((key) => commandOf(key, focus) !== null),
  ]);
  expect(Object.fromEntries(acting)).toEqual({
    page: ['Space', 'Home', '.', 'Ctrl+z', 'Alt+Shift+d', 'F10', 'Ctrl+s', 'Ctrl+o'],
    button: ['Home', '.', 'Ctrl+z', 'Alt+Shift+d', 'F10', 'Ctrl+s', 'Ctrl+o'],
    widget: ['.', 'Ctrl+z', 'Alt+Shift+d', 'F10', 'Ctrl+s', 'Ctrl+o'],
    choice: ['Ctrl+z', 'Alt+Shift+d', 'F10', 'Ctrl+s', 'Ctrl+o'],
    text: ['F10', 'Ctrl+s', 'Ctrl+o'],
    layer: [],
  });
});

test('keys that type a character can be switched off, others not', () => {
  const off = { focus: 'page', mac: false, characterKeys: false } as const;
  const keys = ['.', ',', 'Shift+>', 'Shift+?', 'Space', 'F10', 'Ctrl+z'];
  expect(keys.filter((key) => keyCommand(press(key), off) !== null)).toEqual([
    'Space',
    'F10',
    'Ctrl+z',
  ]);
});

test('a letter is found by its place where another script is typed', () => {
  const cyrillic = { ...PLAIN, key: 'я', code: 'KeyZ', ctrlKey: true };
  expect(keyCommand(cyrillic, { focus: 'page', mac: false, characterKeys: true })).toBe('undo');
});

test('a letter of another layout is the letter, not its place', () => {
  const german = { ...PLAIN, key: 'z', code: 'KeyY', ctrlKey: true };
  expect(keyCommand(german, { focus: 'page', mac: false, characterKeys: true })).toBe('undo');
});

test('a chord is written as the system writes it, and as assistive technology reads it', () => {
  const chord = { key: 'z', mod: true, shift: true };
  expect([
    chordText(chord, false),
    chordText(chord, true),
    chordText({ key: ' ' }, false),
    ariaChord(chord, false),
    ariaChord(chord, true),
  ]).toEqual(['Ctrl+Shift+Z', '⇧⌘Z', 'Space', 'Control+Shift+Z', 'Shift+Meta+Z']);
});

test('no two commands have the same name or the same key', () => {
  const labels = COMMANDS.map((command) => command.label);
  const keys = COMMANDS.flatMap((command) => command.keys.map((key) => chordText(key, false)));
  expect([new Set(labels).size, new Set(keys).size]).toEqual([labels.length, keys.length]);
});

import { expect, test } from 'vitest';

import { ariaChord, chordText, type KeyPress } from '#commands/chord.ts';
import type { CommandScope } from '#commands/commandInfo.ts';
import { ALL_COMMANDS } from '#commands/commands.ts';
import { keyCommand, type Focus } from '#commands/keyCommand.ts';
import { t } from '#words/words.ts';

const PLAIN = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

/** A key press as people write it: `Ctrl+Shift+z`. */
function press(text: string): KeyPress {
  const parts = text === '+' ? ['+'] : text.split('+');
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

const PAGE = { focus: 'page', scope: 'page', mac: false, characterKeys: true } as const;

function commandOf(text: string, focus: Focus = 'page', mac = false): string | null {
  return keyCommand(press(text), { ...PAGE, focus, mac });
}

test('the keys of the help do what the help says', () => {
  const keys = ['F8', 'Space', 'F9', ',', 'F10', '.', 'Shift+>', 'Home', 'End', 'Shift+?'];
  const more = ['Ctrl+z', 'Ctrl+Shift+Z', 'Ctrl+y', 'Alt+Shift+d', 'Alt+Shift+p', 'Alt+Shift+m'];
  const views = ['q', 'e', 'n', 'p', 'z', 'Backspace', 'Shift+Backspace'];
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
    'q: toCause',
    'e: toEffect',
    'n: nextSibling',
    'p: previousSibling',
    'z: zoomSelection',
    'Backspace: lastWindow',
    'Shift+Backspace: nextWindow',
  ]);
});

test('a key with another modifier means nothing', () => {
  const others = ['k', 'Ctrl+Alt+z', 'Shift+F10', 'Ctrl+F8', 'Ctrl+.', 'Cmd+z', 'Alt+Home'];
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
  const off = { ...PAGE, characterKeys: false };
  const keys = ['.', ',', 'Shift+>', 'Shift+?', 'Space', 'F10', 'Ctrl+z'];
  expect(keys.filter((key) => keyCommand(press(key), off) !== null)).toEqual([
    'Space',
    'F10',
    'Ctrl+z',
  ]);
});

test('a letter is found by its place where another script is typed', () => {
  const cyrillic = { ...PLAIN, key: 'я', code: 'KeyZ', ctrlKey: true };
  expect(keyCommand(cyrillic, PAGE)).toBe('undo');
});

test('a letter of another layout is the letter, not its place', () => {
  const german = { ...PLAIN, key: 'z', code: 'KeyY', ctrlKey: true };
  expect(keyCommand(german, PAGE)).toBe('undo');
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

/** The keys that act in a part of the page, with what they do. */
function inPart(scope: CommandScope, keys: string, focus: Focus = 'widget'): readonly string[] {
  return keys
    .split(' ')
    .map((key) => `${key} ${keyCommand(press(key), { ...PAGE, scope, focus }) ?? 'nothing'}`);
}

test('a part of the page has keys of its own, which go before those of the page', () => {
  expect([
    inPart('timeline', 'w + s - a d f i t r Escape / , . z Ctrl+s x'),
    inPart('graph', 'Delete Backspace F2 c b a Ctrl+a Escape + - Shift+! Shift+1 1 Alt+c q'),
    inPart('page', 'w c Delete Backspace'),
  ]).toEqual([
    [
      'w timelineZoomIn',
      '+ timelineZoomIn',
      's timelineZoomOut',
      '- timelineZoomOut',
      'a timelinePanLeft',
      'd timelinePanRight',
      'f timelineFit',
      'i foldIdle',
      't timelineTable',
      'r selectRange',
      'Escape clearRange',
      '/ filterLanes',
      ', previousInLane',
      '. nextInLane',
      'z zoomSelection',
      'Ctrl+s saveFile',
      'x nothing',
    ],
    [
      'Delete remove',
      'Backspace remove',
      'F2 rename',
      'c connect',
      'b breakAt',
      'a addNode',
      'Ctrl+a selectAll',
      'Escape selectNothing',
      '+ graphZoomIn',
      '- graphZoomOut',
      'Shift+! graphFit',
      'Shift+1 graphFit',
      '1 nothing',
      'Alt+c nothing',
      'q toCause',
    ],
    ['w nothing', 'c nothing', 'Delete nothing', 'Backspace lastWindow'],
  ]);
});

test('a field in a part of the page keeps its keys', () => {
  expect(inPart('graph', 'Delete Backspace F2 c Ctrl+a Escape', 'text')).toEqual([
    'Delete nothing',
    'Backspace nothing',
    'F2 nothing',
    'c nothing',
    'Ctrl+a nothing',
    'Escape nothing',
  ]);
});

test('who switches off keys that type a character keeps those of a part', () => {
  const situation = { ...PAGE, scope: 'graph', focus: 'widget', characterKeys: false } as const;
  expect([keyCommand(press('c'), situation), keyCommand(press('q'), situation)]).toEqual([
    'connect',
    null,
  ]);
});

test('no two commands of a part and the page have the same key, and none of a group the same name', () => {
  const labels = ALL_COMMANDS.map(({ group, label }) => `${group}: ${t(label)}`);
  const keys = ALL_COMMANDS.flatMap(({ scope, keys }) =>
    keys.map((key) => `${scope}: ${chordText(key, false)}`),
  );
  expect([new Set(labels).size, new Set(keys).size]).toEqual([labels.length, keys.length]);
});

test('a part hides no command of the page that a chord with a modifier does', () => {
  const chords = (ofPage: boolean): string[] =>
    ALL_COMMANDS.filter(({ scope }) => (scope === 'page') === ofPage).flatMap(({ keys }) =>
      keys.filter((key) => 'alt' in key || 'mod' in key).map((key) => chordText(key, false)),
    );
  const ofParts = new Set(chords(false));
  expect(chords(true).filter((chord) => ofParts.has(chord))).toEqual([]);
});

/** A key with its modifiers. */
export interface Chord {
  /** `KeyboardEvent.key`; letters in lower case. */
  readonly key: string;
  /** Cmd on a Mac, Ctrl elsewhere. */
  readonly mod?: boolean;
  /** Ctrl on every system. */
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
}

/** What a `KeyboardEvent` tells of the key that was pressed. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether the chord types a character by itself: such a key belongs to whatever takes text. */
export function isCharacter({ key, mod = false, ctrl = false, alt = false }: Chord): boolean {
  return key.length === 1 && key !== ' ' && !mod && !ctrl && !alt;
}

/** Whether a key press is this chord. */
export function matches(chord: Chord, press: KeyPress, mac: boolean): boolean {
  const { mod = false, ctrl = false, alt = false, shift = false } = chord;
  if (press.ctrlKey !== (ctrl || (mod && !mac))) return false;
  if (press.metaKey !== (mod && mac)) return false;
  if (press.altKey !== alt) return false;
  // Which character needs Shift is the keyboard's affair: `?` has it on one and not on another.
  if (isCharacter(chord) ? shift && !press.shiftKey : press.shiftKey !== shift) return false;
  return keyOf(press) === chord.key;
}

/** The key; where Alt or another script hides a letter (`Î`, `я`), the letter in that place. */
function keyOf({ key, code }: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined && !/^[a-z]$/i.test(key)) return letter.toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

const NAMES: Readonly<Record<string, string>> = { ' ': 'Space' };
const MAC_NAMES = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Cmd: '⌘' } as const;

/** The chord as people read it: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function chordText(chord: Chord, mac: boolean): string {
  const { mod = false, ctrl = false, alt = false, shift = false } = chord;
  const modifiers: (keyof typeof MAC_NAMES)[] = [];
  if (ctrl || (mod && !mac)) modifiers.push('Ctrl');
  if (alt) modifiers.push('Alt');
  if (shift) modifiers.push('Shift');
  if (mod && mac) modifiers.push('Cmd');
  const key = NAMES[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key);
  if (mac) return modifiers.map((name) => MAC_NAMES[name]).join('') + key;
  return [...modifiers, key].join('+');
}

/** The chord as `aria-keyshortcuts` wants it: `Control+Shift+Z`. */
export function ariaChord(chord: Chord, mac: boolean): string {
  const { mod = false, ctrl = false, alt = false, shift = false } = chord;
  const parts: string[] = [];
  if (ctrl || (mod && !mac)) parts.push('Control');
  if (alt) parts.push('Alt');
  if (shift) parts.push('Shift');
  if (mod && mac) parts.push('Meta');
  parts.push(NAMES[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key));
  return parts.join('+');
}

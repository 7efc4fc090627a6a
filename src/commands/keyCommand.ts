import { isCharacter, matches, type Chord, type KeyPress } from './chord.ts';
import type { CommandScope } from './commandInfo.ts';
import { ALL_COMMANDS, type CommandId } from './commands.ts';

/**
 * What has the focus, as far as keys are concerned:
 *
 * - `page` nothing: every key is free
 * - `button` something that is pressed: Space and Enter are its own
 * - `widget` something that is moved in, such as a list, a node or the timeline: Space, arrows,
 *   Home and End are its own
 * - `choice` a select: characters find its options as well
 * - `text` something that takes text: its characters, its moves and its undo are its own
 * - `layer` a menu or a dialog above the page: the page's commands rest
 */
export type Focus = 'page' | 'button' | 'widget' | 'choice' | 'text' | 'layer';

/** What decides about a key besides the key. */
export interface KeySituation {
  readonly focus: Focus;
  /** The part of the page that has the focus. */
  readonly scope: CommandScope;
  readonly mac: boolean;
  /** Whether keys that type a character may act everywhere: people who dictate switch them off. */
  readonly characterKeys: boolean;
}

/** The command of a key press, or null where the key is somebody else's. A part goes before the page. */
export function keyCommand(press: KeyPress, situation: KeySituation): CommandId | null {
  const found = ALL_COMMANDS.filter(
    ({ scope, keys, keysAreOnlyShown }) =>
      keysAreOnlyShown !== true &&
      (scope === 'page' || scope === situation.scope) &&
      keys.some(
        (key) =>
          matches(key, press, situation.mac) &&
          (scope === 'page' ? mayAct(key, situation) : mayActInside(situation.focus)),
      ),
  );
  return (found.find(({ scope }) => scope !== 'page') ?? found[0])?.id ?? null;
}

/** A key that acts in one part only is out of the way of whoever dictates. */
function mayActInside(focus: Focus): boolean {
  return focus !== 'layer' && focus !== 'text' && focus !== 'choice';
}

function mayAct(chord: Chord, { focus, characterKeys }: KeySituation): boolean {
  if (focus === 'layer') return false;
  if (isCharacter(chord)) return characterKeys && focus !== 'text' && focus !== 'choice';
  switch (chord.key) {
    case ' ':
      return focus === 'page';
    case 'Home':
    case 'End':
      return focus === 'page' || focus === 'button';
    case 'k':
    case 'o':
    case 's':
      // No text has a use for them, and the browser's own would be for the page.
      return true;
    case 'z':
    case 'y':
      return focus !== 'text';
    default:
      // Function keys mean nothing to a text; a letter with Alt types on some keyboards.
      return focus !== 'text' || /^F\d+$/.test(chord.key);
  }
}

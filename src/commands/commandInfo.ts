import { msg, type Text } from '#words/words.ts';

import type { Chord } from './chord.ts';

/**
 * Where the keys of a command act: everywhere on the page, or only while a part of it has the focus.
 * The part's element says so by `data-commands`.
 */
export type CommandScope = 'page' | 'graph' | 'timeline';

/** What can be done by a button, a key, a menu, the command palette and from the help, in one place. */
export interface CommandInfo {
  readonly id: string;
  readonly scope: CommandScope;
  readonly group: CommandGroup;
  /** The name of its button. */
  readonly label: Text;
  /** What it does, for the help. */
  readonly explanation: Text;
  /** The keys that do it; the first one is shown beside the button. */
  readonly keys: readonly Chord[];
  /**
   * Whether its keys are only shown: the browser makes an event of them that is listened to instead,
   * such as `copy`, and that it would not make of a key which was taken.
   */
  readonly keysAreOnlyShown?: true;
}

/** The groups of the commands, in the order of the help. */
export const COMMAND_GROUPS = [
  'Playhead',
  'Timeline',
  'inTimeline',
  'inGraph',
  'Schedule',
  'Screen',
] as const;

/** A group of commands; {@link GROUP_NAMES} has its heading. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** The names of the groups, as headings. */
export const GROUP_NAMES: Readonly<Record<CommandGroup, Text>> = {
  Playhead: msg('Playhead'),
  Timeline: msg('Timeline'),
  inTimeline: msg('In the timeline'),
  inGraph: msg('In the graph'),
  Schedule: msg('Schedule'),
  Screen: msg('Screen'),
};

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
  readonly label: string;
  /** What it does, for the help. */
  readonly explanation: string;
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
  'In the timeline',
  'In the graph',
  'Schedule',
  'Screen',
] as const;

/** A group of commands, by the name that the help shows. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

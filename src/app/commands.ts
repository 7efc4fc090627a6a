import type { Chord } from './keys/chord.ts';

/** What can be done by a button, a key and from the help, in one place. */
export interface CommandInfo {
  readonly id: string;
  readonly group: 'Playhead' | 'Timeline' | 'Schedule' | 'Screen';
  /** The name of its button. */
  readonly label: string;
  /** What it does, for the help. */
  readonly explanation: string;
  /** The keys that do it; the first one is shown beside the button. */
  readonly keys: readonly Chord[];
}

/**
 * All commands, in the order of the help. Space, Home and End act only where nothing that has the
 * focus wants them. F11 is the browser's own, and Shift+F10 opens a context menu: neither is taken.
 */
export const COMMANDS = [
  {
    id: 'playPause',
    group: 'Playhead',
    label: 'Play',
    explanation: 'play or pause',
    keys: [{ key: 'F8' }, { key: ' ' }],
  },
  {
    id: 'step',
    group: 'Playhead',
    label: 'Step',
    explanation: 'one event on',
    keys: [{ key: 'F10' }, { key: '.' }],
  },
  {
    id: 'stepBack',
    group: 'Playhead',
    label: 'Step back',
    explanation: 'one event back',
    keys: [{ key: 'F9' }, { key: ',' }],
  },
  {
    id: 'nextInstant',
    group: 'Playhead',
    label: 'Next instant',
    explanation: 'to the next time at which something happens',
    keys: [{ key: '>' }],
  },
  {
    id: 'nextBreakpoint',
    group: 'Playhead',
    label: 'Next breakpoint',
    explanation: 'to where the next breakpoint is hit',
    keys: [{ key: 'F8', shift: true }, { key: ']' }],
  },
  {
    id: 'previousBreakpoint',
    group: 'Playhead',
    label: 'Previous breakpoint',
    explanation: 'back to where a breakpoint was hit',
    keys: [{ key: 'F9', shift: true }, { key: '[' }],
  },
  {
    id: 'start',
    group: 'Playhead',
    label: 'Start',
    explanation: 'before the first event',
    keys: [{ key: 'Home' }],
  },
  {
    id: 'end',
    group: 'Playhead',
    label: 'End',
    explanation: 'to the end of the run',
    keys: [{ key: 'End' }],
  },
  {
    id: 'zoomSelection',
    group: 'Timeline',
    label: 'Zoom to selection',
    explanation: 'the timeline shows what is selected, as large as it can',
    keys: [{ key: 'z' }],
  },
  {
    id: 'toCause',
    group: 'Timeline',
    label: 'To the cause',
    explanation: 'to the event that caused the selected one',
    keys: [{ key: 'q' }],
  },
  {
    id: 'toEffect',
    group: 'Timeline',
    label: 'To the effect',
    explanation: 'to the first event that the selected one caused',
    keys: [{ key: 'e' }],
  },
  {
    id: 'nextSibling',
    group: 'Timeline',
    label: 'Next effect',
    explanation: 'to the next event with the same cause',
    keys: [{ key: 'n' }],
  },
  {
    id: 'previousSibling',
    group: 'Timeline',
    label: 'Previous effect',
    explanation: 'back to the event before it with the same cause',
    keys: [{ key: 'p' }],
  },
  {
    id: 'lastWindow',
    group: 'Timeline',
    label: 'Last view',
    explanation: 'back to what the timeline showed before',
    keys: [{ key: 'Backspace' }],
  },
  {
    id: 'nextWindow',
    group: 'Timeline',
    label: 'Next view',
    explanation: 'forward to what was gone back from',
    keys: [{ key: 'Backspace', shift: true }],
  },
  {
    id: 'pinRun',
    group: 'Timeline',
    label: 'Pin run',
    explanation: 'keep this run to compare later ones with, or let it go',
    keys: [{ key: 'r', alt: true, shift: true }],
  },
  {
    id: 'nextDifference',
    group: 'Timeline',
    label: 'Next difference',
    explanation: 'to where the run next differs from the pinned one',
    keys: [{ key: ']', alt: true }],
  },
  {
    id: 'previousDifference',
    group: 'Timeline',
    label: 'Previous difference',
    explanation: 'back to where the run differs from the pinned one',
    keys: [{ key: '[', alt: true }],
  },
  {
    id: 'undo',
    group: 'Schedule',
    label: 'Undo',
    explanation: 'undo the last edit',
    keys: [{ key: 'z', mod: true }],
  },
  {
    id: 'redo',
    group: 'Schedule',
    label: 'Redo',
    explanation: 'do the undone edit again',
    keys: [
      { key: 'z', mod: true, shift: true },
      { key: 'y', ctrl: true },
    ],
  },
  {
    id: 'newSchedule',
    group: 'Schedule',
    label: 'New',
    explanation: 'begin an empty schedule; undo brings this one back',
    keys: [],
  },
  {
    id: 'openFile',
    group: 'Schedule',
    label: 'Open',
    explanation: 'open a file; undo brings this schedule back',
    keys: [{ key: 'o', mod: true }],
  },
  {
    id: 'saveFile',
    group: 'Schedule',
    label: 'Save to file',
    explanation: 'save the schedule as a file',
    keys: [{ key: 's', mod: true }],
  },
  {
    id: 'saveRun',
    group: 'Schedule',
    label: 'Save run',
    explanation: 'save the run, with all its events, as a file',
    keys: [{ key: 's', mod: true, shift: true }],
  },
  {
    id: 'python',
    group: 'Screen',
    label: 'Python',
    explanation: 'show or hide the schedule as a Python program',
    keys: [{ key: 'p', alt: true, shift: true }],
  },
  {
    id: 'problems',
    group: 'Screen',
    label: 'Problems',
    explanation: 'to the problems of the schedule and its run',
    keys: [{ key: 'm', alt: true, shift: true }],
  },
  {
    id: 'breakpoints',
    group: 'Screen',
    label: 'Breakpoints',
    explanation: 'to the breakpoints',
    keys: [{ key: 'b', alt: true, shift: true }],
  },
  {
    id: 'pending',
    group: 'Screen',
    label: 'Pending calls',
    explanation: 'to the calls that the reactor has pending at the playhead',
    keys: [{ key: 'q', alt: true, shift: true }],
  },
  {
    id: 'palette',
    group: 'Screen',
    label: 'Palette panel',
    explanation: 'show or hide the palette',
    keys: [],
  },
  {
    id: 'lower',
    group: 'Screen',
    label: 'Timeline panel',
    explanation: 'show or hide timeline, events and output',
    keys: [],
  },
  {
    id: 'inspector',
    group: 'Screen',
    label: 'Inspector panel',
    explanation: 'show or hide the inspector',
    keys: [],
  },
  {
    id: 'theme',
    group: 'Screen',
    label: 'Next theme',
    explanation: 'colours of the system, light or dark, in turn',
    keys: [{ key: 'd', alt: true, shift: true }],
  },
  {
    id: 'help',
    group: 'Screen',
    label: 'Keyboard help',
    explanation: 'show these keys',
    keys: [{ key: '?' }],
  },
] as const satisfies readonly CommandInfo[];

/** The name of a command. */
export type CommandId = (typeof COMMANDS)[number]['id'];

/** The groups of the commands, in the order of the help. */
export const COMMAND_GROUPS = ['Playhead', 'Timeline', 'Schedule', 'Screen'] as const;

/** The command of this name. */
export function commandInfo(id: CommandId): CommandInfo {
  const found = COMMANDS.find((command) => command.id === id);
  if (found === undefined) throw new Error(`There is no command ${id}.`);
  return found;
}

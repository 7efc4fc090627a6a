import { msg } from '#words/words.ts';

import type { CommandInfo } from './commandInfo.ts';

const ON = { scope: 'page', group: 'Screen' } as const;

/** What shows and hides the parts of the screen, or goes to them. */
export const SCREEN_COMMANDS = [
  {
    ...ON,
    id: 'python',
    label: msg('Python'),
    explanation: msg('show or hide the schedule as a Python program'),
    keys: [{ key: 'p', alt: true, shift: true }],
  },
  {
    ...ON,
    id: 'chain',
    label: msg('Callback chain'),
    explanation: msg('show or hide the callback chain of the selected Deferred at the playhead'),
    keys: [{ key: 'c', alt: true, shift: true }],
  },
  {
    ...ON,
    id: 'explain',
    label: msg('Explain this'),
    explanation: msg(
      'what the selected event means, or the last one of the selected node: why, and what comes next',
    ),
    keys: [{ key: 'x', alt: true, shift: true }],
  },
  {
    ...ON,
    id: 'lessons',
    label: msg('Lessons'),
    explanation: msg('show or hide the lessons: short pages beside the studio'),
    keys: [{ key: 'e', alt: true, shift: true }],
  },
  {
    ...ON,
    id: 'problems',
    label: msg('Problems'),
    explanation: msg('to the problems of the schedule and its run'),
    keys: [{ key: 'm', alt: true, shift: true }],
  },
  {
    ...ON,
    id: 'breakpoints',
    label: msg('Breakpoints'),
    explanation: msg('to the breakpoints'),
    keys: [{ key: 'b', alt: true, shift: true }],
  },
  {
    ...ON,
    id: 'pending',
    label: msg('Pending calls'),
    explanation: msg('to the calls that the reactor has pending at the playhead'),
    keys: [{ key: 'q', alt: true, shift: true }],
  },
  {
    ...ON,
    id: 'history',
    label: msg('History'),
    explanation: msg('to the list of edits, to go back to the schedule as it was'),
    keys: [{ key: 'u', alt: true, shift: true }],
  },
  {
    ...ON,
    id: 'palette',
    label: msg('Palette panel'),
    explanation: msg('show or hide the palette'),
    keys: [],
  },
  {
    ...ON,
    id: 'lower',
    label: msg('Timeline panel'),
    explanation: msg('show or hide timeline, events and output'),
    keys: [],
  },
  {
    ...ON,
    id: 'inspector',
    label: msg('Inspector panel'),
    explanation: msg('show or hide the inspector'),
    keys: [],
  },
  {
    ...ON,
    id: 'nextPart',
    label: msg('Next part'),
    explanation: msg('the focus goes to the next part of the screen, to where it was there before'),
    keys: [{ key: 'F6' }],
  },
  {
    ...ON,
    id: 'previousPart',
    label: msg('Previous part'),
    explanation: msg('the focus goes back to the part of the screen before it'),
    keys: [{ key: 'F6', shift: true }],
  },
  {
    ...ON,
    id: 'theme',
    label: msg('Next theme'),
    explanation: msg('colours of the system, light or dark, in turn'),
    keys: [{ key: 'd', alt: true, shift: true }],
  },
  {
    ...ON,
    id: 'language',
    label: msg('Other language'),
    explanation: msg('English or Chinese, in turn'),
    keys: [],
  },
  {
    ...ON,
    id: 'commandPalette',
    label: msg('Command palette'),
    explanation: msg('find a command, a node, a function or an example by typing'),
    keys: [{ key: 'k', mod: true }],
  },
  {
    ...ON,
    id: 'tour',
    label: msg('Tour'),
    explanation: msg('four steps with the first example: a run, a step back, a change'),
    keys: [],
  },
  {
    ...ON,
    id: 'help',
    label: msg('Keyboard help'),
    explanation: msg('show these keys'),
    keys: [{ key: '?' }],
  },
] as const satisfies readonly CommandInfo[];

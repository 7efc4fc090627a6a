import { msg, type Text } from '#words/words.ts';

/** The keys of a part of the screen, which act while it has the focus. */
export interface PartKeys {
  readonly part: Text;
  /** Keys, one or more with a space between, and what they do. */
  readonly keys: readonly (readonly [keys: string, does: Text])[];
}

/** What the parts of the screen do by keys of their own, for the help. */
export const PART_KEYS: readonly PartKeys[] = [
  {
    part: msg('On the canvas of the graph'),
    keys: [
      ['Tab', msg('to the next card; on the empty canvas, add a node')],
      ['Enter', msg('select the card, or the arrow')],
      [
        'Shift+F10',
        msg('what can be done with the card, the arrow, or the canvas; by touch, hold'),
      ],
      ['← → ↑ ↓', msg('move the selected cards, with Shift faster; else the canvas')],
    ],
  },
  {
    part: msg('On a function, a step or a link of the selected card'),
    keys: [
      ['↑ ↓', msg('to another one')],
      ['Enter', msg('edit it')],
      ['Alt+↑ Alt+↓', msg('move it')],
      ['Delete', msg('remove it')],
    ],
  },
  {
    part: msg('On the drawing of the timeline'),
    keys: [
      ['← →', msg('one event back or on')],
      ['↑ ↓', msg('to another lane')],
      ['Shift+drag', msg('measure a stretch of time; by touch, hold and drag')],
    ],
  },
  {
    part: msg('On the name of a lane'),
    keys: [
      ['Alt+↑ Alt+↓', msg('move the lane among its siblings')],
      ['← →', msg('fold a service away or open it')],
    ],
  },
  {
    part: msg('In the overview of the run'),
    keys: [
      ['← →', msg('move the part in view, or an edge of it; with Shift faster')],
      ['F', msg('show the whole run')],
    ],
  },
  {
    part: msg('On a breakpoint of the ruler'),
    keys: [
      ['← →', msg('move it')],
      ['Delete', msg('remove it')],
    ],
  },
  {
    part: msg('In the events'),
    keys: [
      // not shown: names of keys
      ['↑ ↓ PageUp PageDown', msg('move in the list')],
      ['Enter', msg('go to the event')],
    ],
  },
  {
    part: msg('In the filter of the events'),
    keys: [
      ['↓ ↑', msg('offer keys and values, and choose one')],
      ['Enter', msg('take what is chosen')],
      ['Esc', msg('show all events')],
    ],
  },
  {
    part: msg('In the output and the pending calls'),
    keys: [
      // not shown: names of keys
      ['↑ ↓ PageUp PageDown', msg('move in the list')],
      ['Enter', msg('go to the event that wrote the line, or to where the call runs')],
    ],
  },
  {
    part: msg('In the history'),
    keys: [
      // not shown: names of keys
      ['↑ ↓ PageUp PageDown', msg('move in the list')],
      ['Enter', msg('go to the schedule as it was after the edit')],
    ],
  },
  {
    part: msg('On a line between two panels'),
    keys: [
      ['← → ↑ ↓', msg('move it')],
      ['Enter', msg('fold the panel away, or bring it back')],
    ],
  },
];

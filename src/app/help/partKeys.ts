/** The keys of a part of the screen, which act while it has the focus. */
export interface PartKeys {
  readonly part: string;
  /** Keys, one or more with a space between, and what they do. */
  readonly keys: readonly (readonly [keys: string, does: string])[];
}

/** What the parts of the screen do by keys of their own, for the help. */
export const PART_KEYS: readonly PartKeys[] = [
  {
    part: 'On the canvas of the graph',
    keys: [
      ['Tab', 'to the next card; on the empty canvas, add a node'],
      ['Enter', 'select the card, or the arrow'],
      ['Shift+F10', 'what can be done with the card, the arrow, or the canvas; by touch, hold'],
      ['← → ↑ ↓', 'move the selected cards, with Shift faster; else the canvas'],
    ],
  },
  {
    part: 'On a function, a step or a link of the selected card',
    keys: [
      ['↑ ↓', 'to another one'],
      ['Enter', 'edit it'],
      ['Alt+↑ Alt+↓', 'move it'],
      ['Delete', 'remove it'],
    ],
  },
  {
    part: 'On the drawing of the timeline',
    keys: [
      ['← →', 'one event back or on'],
      ['↑ ↓', 'to another lane'],
      ['Shift+drag', 'measure a stretch of time; by touch, hold and drag'],
    ],
  },
  {
    part: 'On the name of a lane',
    keys: [
      ['Alt+↑ Alt+↓', 'move the lane among its siblings'],
      ['← →', 'fold a service away or open it'],
    ],
  },
  {
    part: 'In the overview of the run',
    keys: [
      ['← →', 'move the part in view, or an edge of it; with Shift faster'],
      ['F', 'show the whole run'],
    ],
  },
  {
    part: 'On a breakpoint of the ruler',
    keys: [
      ['← →', 'move it'],
      ['Delete', 'remove it'],
    ],
  },
  {
    part: 'In the events',
    keys: [
      ['↑ ↓ PageUp PageDown', 'move in the list'],
      ['Enter', 'go to the event'],
    ],
  },
  {
    part: 'In the filter of the events',
    keys: [
      ['↓ ↑', 'offer keys and values, and choose one'],
      ['Enter', 'take what is chosen'],
      ['Esc', 'show all events'],
    ],
  },
  {
    part: 'In the output and the pending calls',
    keys: [
      ['↑ ↓ PageUp PageDown', 'move in the list'],
      ['Enter', 'go to the event that wrote the line, or to where the call runs'],
    ],
  },
  {
    part: 'In the history',
    keys: [
      ['↑ ↓ PageUp PageDown', 'move in the list'],
      ['Enter', 'go to the schedule as it was after the edit'],
    ],
  },
  {
    part: 'On a line between two panels',
    keys: [
      ['← → ↑ ↓', 'move it'],
      ['Enter', 'fold the panel away, or bring it back'],
    ],
  },
];

/** The keys of a part of the screen, which act while it has the focus. */
export interface PartKeys {
  readonly part: string;
  /** Keys, one or more with a space between, and what they do. */
  readonly keys: readonly (readonly [keys: string, does: string])[];
}

/** What the parts of the screen do by keys of their own, for the help. */
export const PART_KEYS: readonly PartKeys[] = [
  {
    part: 'In the graph',
    keys: [
      ['Tab', 'to the next card; on the empty canvas, add a node'],
      ['Enter', 'select the card'],
      ['← → ↑ ↓', 'move the selected cards, with Shift faster; else the canvas'],
      ['C', 'connect the card to another one'],
      ['B', 'break at what the node of the card does'],
      ['F2', 'rename the card'],
      ['Delete', 'remove what is selected'],
      ['Ctrl+A', 'select all'],
      ['Esc', 'select nothing'],
      ['+ -', 'zoom'],
      ['Shift+1', 'show all'],
    ],
  },
  {
    part: 'In the timeline',
    keys: [
      ['← →', 'one event back or on'],
      ['↑ ↓', 'to another lane'],
      [', .', 'to an event of the selected lane'],
      ['W S', 'zoom in or out'],
      ['A D', 'pan'],
      ['R', 'select a stretch of time, to measure it; Shift+drag does the same'],
      ['Esc', 'select no stretch of time'],
      ['F', 'show the whole run; twice, what is selected'],
      ['I', 'fold long idle time, or show it at its full length'],
      ['T', 'show the timeline as a table, or as a drawing'],
      ['/', 'filter the lanes by name'],
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
    part: 'On a line between two panels',
    keys: [
      ['← → ↑ ↓', 'move it'],
      ['Enter', 'fold the panel away, or bring it back'],
    ],
  },
];

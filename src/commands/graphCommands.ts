import type { CommandInfo } from './commandInfo.ts';

const AT = { scope: 'graph', group: 'In the graph' } as const;

/** What can be done in the graph, and by its keys while it has the focus. */
export const GRAPH_COMMANDS = [
  {
    ...AT,
    id: 'addNode',
    label: 'Add a node',
    explanation: 'choose what to add; on the empty canvas Tab does the same',
    keys: [{ key: 'a' }],
  },
  {
    ...AT,
    id: 'connect',
    label: 'Connect',
    explanation: 'draw an arrow from the card to another one',
    keys: [{ key: 'c' }],
  },
  {
    ...AT,
    id: 'insertNode',
    label: 'Put a node between',
    explanation:
      'add a node into the selected arrow; a card that is dropped on an arrow does the same',
    keys: [{ key: 'i' }],
  },
  {
    ...AT,
    id: 'rename',
    label: 'Rename',
    explanation: 'rename the card; what names it follows',
    keys: [{ key: 'F2' }],
  },
  {
    ...AT,
    id: 'breakAt',
    label: 'Break at this node',
    explanation: 'break at what the node of the card does',
    keys: [{ key: 'b' }],
  },
  {
    ...AT,
    id: 'remove',
    label: 'Delete',
    explanation: 'remove what is selected',
    keys: [{ key: 'Delete' }, { key: 'Backspace' }],
  },
  {
    ...AT,
    id: 'copy',
    label: 'Copy',
    explanation: 'copy the selected nodes as text, with the functions that they call',
    keys: [{ key: 'c', mod: true }],
    keysAreOnlyShown: true,
  },
  {
    ...AT,
    id: 'cut',
    label: 'Cut',
    explanation: 'copy the selected nodes and delete them',
    keys: [{ key: 'x', mod: true }],
    keysAreOnlyShown: true,
  },
  {
    ...AT,
    id: 'paste',
    label: 'Paste',
    explanation: 'add nodes that were copied, here or elsewhere, at the pointer',
    keys: [{ key: 'v', mod: true }],
    keysAreOnlyShown: true,
  },
  {
    ...AT,
    id: 'duplicate',
    label: 'Duplicate',
    explanation: 'add the selected nodes once more; Alt and dragging does the same',
    keys: [{ key: 'd', mod: true }],
  },
  {
    ...AT,
    id: 'selectAll',
    label: 'Select all',
    explanation: 'select all cards',
    keys: [{ key: 'a', mod: true }],
  },
  {
    ...AT,
    id: 'selectNothing',
    label: 'Select nothing',
    explanation: 'select no card and no arrow',
    keys: [{ key: 'Escape' }],
  },
  {
    ...AT,
    id: 'graphZoomIn',
    label: 'Zoom in',
    explanation: 'show fewer cards, larger',
    keys: [{ key: '+' }, { key: '=' }],
  },
  {
    ...AT,
    id: 'graphZoomOut',
    label: 'Zoom out',
    explanation: 'show more cards, smaller',
    keys: [{ key: '-' }],
  },
  {
    ...AT,
    id: 'graphFit',
    label: 'Show all cards',
    explanation: 'show the whole graph',
    keys: [{ key: '1', shift: true }, { key: '!' }],
  },
  {
    ...AT,
    id: 'graphFitSelected',
    label: 'Zoom to the selection',
    explanation: 'show the selected cards as large as there is room, and the ends of arrows',
    keys: [{ key: '2', shift: true }, { key: '@' }],
  },
] as const satisfies readonly CommandInfo[];

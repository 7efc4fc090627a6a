import type { CommandInfo } from './commandInfo.ts';

const AT = { scope: 'graph', group: 'In the graph' } as const;

/** What puts cards in order. The keys are those of drawing tools: A, D, W and S lie like the edges. */
export const ARRANGE_COMMANDS = [
  {
    ...AT,
    id: 'arrangeAll',
    label: 'Arrange all',
    explanation: 'lay the whole graph out from left to right, along its arrows',
    keys: [{ key: 'l', alt: true, shift: true }],
  },
  {
    ...AT,
    id: 'arrangeSelection',
    label: 'Arrange selection',
    explanation: 'lay out what is selected; all else stays where it is',
    keys: [{ key: 'l', alt: true }],
  },
  {
    ...AT,
    id: 'alignLeft',
    label: 'Align left',
    explanation: 'put the left edges of the selected cards on one line',
    keys: [{ key: 'a', alt: true }],
  },
  {
    ...AT,
    id: 'alignCentre',
    label: 'Align centre',
    explanation: 'put the selected cards above each other, middle on middle',
    keys: [{ key: 'h', alt: true }],
  },
  {
    ...AT,
    id: 'alignRight',
    label: 'Align right',
    explanation: 'put the right edges of the selected cards on one line',
    keys: [{ key: 'd', alt: true }],
  },
  {
    ...AT,
    id: 'alignTop',
    label: 'Align top',
    explanation: 'put the upper edges of the selected cards on one line',
    keys: [{ key: 'w', alt: true }],
  },
  {
    ...AT,
    id: 'alignMiddle',
    label: 'Align middle',
    explanation: 'put the selected cards beside each other, middle on middle',
    keys: [{ key: 'v', alt: true }],
  },
  {
    ...AT,
    id: 'alignBottom',
    label: 'Align bottom',
    explanation: 'put the lower edges of the selected cards on one line',
    keys: [{ key: 's', alt: true }],
  },
  {
    ...AT,
    id: 'distributeAcross',
    label: 'Distribute horizontally',
    explanation: 'equal gaps between the selected cards, from left to right',
    keys: [{ key: 'h', alt: true, shift: true }],
  },
  {
    ...AT,
    id: 'distributeDown',
    label: 'Distribute vertically',
    explanation: 'equal gaps between the selected cards, from top to bottom',
    keys: [{ key: 'v', alt: true, shift: true }],
  },
] as const satisfies readonly CommandInfo[];

import { msg } from '#words/words.ts';

import type { CommandInfo } from './commandInfo.ts';

const AT = { scope: 'graph', group: 'inGraph' } as const;

/** What puts cards in order. The keys are those of drawing tools: A, D, W and S lie like the edges. */
export const ARRANGE_COMMANDS = [
  {
    ...AT,
    id: 'arrangeAll',
    label: msg('Arrange all'),
    explanation: msg('lay the whole graph out from left to right, along its arrows'),
    keys: [{ key: 'l', alt: true, shift: true }],
  },
  {
    ...AT,
    id: 'arrangeSelection',
    label: msg('Arrange selection'),
    explanation: msg('lay out what is selected; all else stays where it is'),
    keys: [{ key: 'l', alt: true }],
  },
  {
    ...AT,
    id: 'alignLeft',
    label: msg('Align left'),
    explanation: msg('put the left edges of the selected cards on one line'),
    keys: [{ key: 'a', alt: true }],
  },
  {
    ...AT,
    id: 'alignCentre',
    label: msg('Align centre'),
    explanation: msg('put the selected cards above each other, middle on middle'),
    keys: [{ key: 'h', alt: true }],
  },
  {
    ...AT,
    id: 'alignRight',
    label: msg('Align right'),
    explanation: msg('put the right edges of the selected cards on one line'),
    keys: [{ key: 'd', alt: true }],
  },
  {
    ...AT,
    id: 'alignTop',
    label: msg('Align top'),
    explanation: msg('put the upper edges of the selected cards on one line'),
    keys: [{ key: 'w', alt: true }],
  },
  {
    ...AT,
    id: 'alignMiddle',
    label: msg('Align middle'),
    explanation: msg('put the selected cards beside each other, middle on middle'),
    keys: [{ key: 'v', alt: true }],
  },
  {
    ...AT,
    id: 'alignBottom',
    label: msg('Align bottom'),
    explanation: msg('put the lower edges of the selected cards on one line'),
    keys: [{ key: 's', alt: true }],
  },
  {
    ...AT,
    id: 'distributeAcross',
    label: msg('Distribute horizontally'),
    explanation: msg('equal gaps between the selected cards, from left to right'),
    keys: [{ key: 'h', alt: true, shift: true }],
  },
  {
    ...AT,
    id: 'distributeDown',
    label: msg('Distribute vertically'),
    explanation: msg('equal gaps between the selected cards, from top to bottom'),
    keys: [{ key: 'v', alt: true, shift: true }],
  },
] as const satisfies readonly CommandInfo[];

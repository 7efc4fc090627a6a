import { produce } from 'immer';
import { expect, test } from 'vitest';

import { canRemoveArrow, removeArrows } from '#schedule/arrowEdits.ts';
import { deriveEdges } from '#schedule/edges.ts';

import { schedule } from '../support/schedules.ts';

const DOCUMENT = schedule({
  functions: {
    f: [
      { do: 'start', node: 'wait' },
      { do: 'put', node: 'mail', value: 1 },
    ],
  },
  nodes: [
    { kind: 'callLater', id: 'alarm', delay: 1, call: 'f' },
    { kind: 'deferLater', id: 'wait', delay: 1, starts: 'never' },
    { kind: 'queue', id: 'mail' },
    { kind: 'queueGet', id: 'take', queue: 'mail' },
    { kind: 'deferredList', id: 'all_of', members: ['wait', 'take'], startMembers: true },
  ],
});

const arrows = deriveEdges(DOCUMENT);
const remaining = (...ids: readonly string[]): readonly string[] => {
  const removed = arrows.filter(({ source, target }) => ids.includes(`${source} ${target}`));
  const edit = removeArrows(removed);
  const after = produce(DOCUMENT, (draft) => edit.apply(draft));
  return deriveEdges(after).map(({ source, target }) => `${source} ${target}`);
};

test('arrows go with the steps and the members that draw them', () => {
  expect(remaining('alarm wait', 'all_of wait')).toEqual([
    'alarm mail',
    'take mail',
    'all_of take',
  ]);
});

test('the arrow to a queue stays, for a get cannot be without', () => {
  expect(arrows.filter((edge) => !canRemoveArrow(edge)).map(({ source }) => source)).toEqual([
    'take',
  ]);
  expect(remaining('take mail', 'all_of take')).toEqual([
    'alarm wait',
    'alarm mail',
    'take mail',
    'all_of wait',
  ]);
});

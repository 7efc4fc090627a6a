import { expect, test } from 'vitest';

import { duplicateBeside, duplicateTo, pasteAt } from '#graph/edits/pasteEdits.ts';
import { leftOutWords } from '#graph/words/leftOutWords.ts';
import { copyNodes } from '#schedule/fragment/copyNodes.ts';
import type { Pasting } from '#schedule/fragment/pasteFragment.ts';
import type { Schedule } from '#schedule/schema.ts';
import { edited, newHistory } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

const document = schedule({
  functions: { tick: [] },
  nodes: [
    { kind: 'service', id: 'web', position: { x: 0, y: 0 } },
    {
      kind: 'callLater',
      id: 'a',
      delay: 1,
      call: 'tick',
      service: 'web',
      starts: 'service',
      position: { x: 100, y: 100 },
    },
    { kind: 'deferred', id: 'b', position: { x: 1000, y: 100 } },
  ],
});

/** The new nodes, with their places and services. */
function added(pasting: Pasting | null, to: Schedule = document): readonly unknown[] {
  if (pasting === null) return [];
  const result = edited(newHistory(to), pasting.edit, 0);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.history.schedule.nodes
    .slice(to.nodes.length)
    .map(({ id, position, service, starts }) => [id, position.x, position.y, service, starts]);
}

test('a duplicate stands a step beside, in the same service', () => {
  expect(added(duplicateBeside(document, ['a']))).toEqual([['a_2', 140, 140, 'web', 'service']]);
});

test('what is pasted at a place has its middle there, and belongs to the frame that is there', () => {
  const inFrame = pasteAt(document, copyNodes(document, ['b']), { x: 260, y: 160 });
  const outside = pasteAt(document, copyNodes(document, ['a']), { x: 2000, y: 2000 });
  expect([added(inFrame), added(outside)]).toMatchObject([
    [['b_2', 120, expect.any(Number), 'web', 'service']],
    [['a_2', 1860, expect.any(Number), undefined, 'program']],
  ]);
});

test('a copy that is dragged out of its frame leaves its service, and one in another place stays', () => {
  const out = duplicateTo(document, new Map([['a', { x: 2000, y: 100 }]]));
  const within = duplicateTo(document, new Map([['a', { x: 110, y: 120 }]]));
  const nowhere = duplicateTo(document, new Map([['a', { x: 100, y: 100 }]]));
  expect([added(out), added(within), added(nowhere)]).toEqual([
    [['a_2', 2000, 100, undefined, 'program']],
    [['a_2', 110, 120, 'web', 'service']],
    [],
  ]);
});

test('a frame that is dragged as a copy takes its members along', () => {
  const frame = duplicateTo(document, new Map([['web', { x: 580, y: 550 }]]));
  expect(added(frame)).toMatchObject([
    ['web_2', expect.any(Number), expect.any(Number), undefined, 'program'],
    ['a_2', 600, expect.any(Number), 'web_2', 'service'],
  ]);
});

test('much that is left out is counted', () => {
  const member = (node: string) => ({ is: 'member', list: 'all', node }) as const;
  expect([leftOutWords([]), leftOutWords(['a', 'b', 'c', 'd', 'e'].map(member))]).toEqual([
    null,
    'Left out, because this schedule does not have what they name: the member a of all; the member b of all; the member c of all; and 2 more.',
  ]);
});

import { expect, test } from 'vitest';

import { isAnotherDocument } from '#graph/canvas/anotherDocument.ts';
import { createScheduleToFlow, type Flow } from '#graph/scheduleToFlow.ts';
import { replaceSchedule, setDocumentFields } from '#schedule/documentEdits.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { addStep } from '#schedule/functionEdits.ts';
import { addNode, moveNodes, removeNodes, renameNode, setNodeFields } from '#schedule/nodeEdits.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { edited, newHistory } from '#store/history.ts';

const document = EXAMPLES[1]!.load();
const NOTHING = { nodes: [], edges: [] };
const NOWHERE = new Map<string, never>();

function after(from: Schedule, edit: ScheduleEdit): Schedule {
  const result = edited(newHistory(from), edit, 0);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.history.schedule;
}

/** Which of the parts of a flow are other objects than before. */
function renewed(before: Flow, now: Flow): readonly string[] {
  const known = new Set<unknown>([...before.nodes, ...before.edges]);
  return [...now.nodes, ...now.edges].filter((part) => !known.has(part)).map(({ id }) => id);
}

test('a card stands where its node does, with its size and its ports said beforehand', () => {
  const { nodes } = createScheduleToFlow()(document, NOTHING, NOWHERE);
  const [first] = nodes;
  expect({ ...first, data: null }).toEqual({
    id: 'first_try',
    type: 'card',
    data: null,
    position: { x: 80, y: 80 },
    selected: false,
    width: 280,
    height: 305,
    measured: { width: 280, height: 305 },
    handles: [
      { id: 'in', type: 'target', position: 'left', x: -6, y: 14, width: 12, height: 12 },
      { id: 'own', type: 'source', position: 'right', x: 273, y: 63, width: 14, height: 14 },
      {
        id: '0:errback:1',
        type: 'source',
        position: 'right',
        x: 276,
        y: 180.5,
        width: 8,
        height: 8,
      },
      {
        id: 'rail:callback',
        type: 'source',
        position: 'bottom',
        x: 19,
        y: 298,
        width: 14,
        height: 14,
      },
      {
        id: 'rail:errback',
        type: 'source',
        position: 'bottom',
        x: 155,
        y: 298,
        width: 14,
        height: 14,
      },
    ],
    domAttributes: {
      'aria-labelledby': 'card-first_try-id card-first_try-kind card-first_try-state',
    },
  });
});

test('an arrow leads from the port of its step to the card that it names', () => {
  const { edges } = createScheduleToFlow()(document, NOTHING, NOWHERE);
  expect(
    edges.map(({ data, ...edge }) => ({ ...edge, label: data?.label, rail: data?.rail })),
  ).toEqual([
    {
      id: 'first_try/0:errback/1',
      type: 'arrow',
      source: 'first_try',
      target: 'second_try',
      selected: false,
      focusable: false,
      sourceHandle: '0:errback:1',
      targetHandle: 'in',
      ariaLabel: 'first_try starts second_try and waits for it',
      label: 'starts, waits',
      rail: 'errback',
    },
  ]);
});

test('what has not changed is the same object as before', () => {
  const edge = 'first_try/0:errback/1';
  const renewedBy = (
    edit: ScheduleEdit | null,
    selection: { readonly nodes: string[]; readonly edges: string[] } = NOTHING,
  ): readonly string[] => {
    const toFlow = createScheduleToFlow();
    const before = toFlow(document, NOTHING, NOWHERE);
    const now = edit === null ? document : after(document, edit);
    return renewed(before, toFlow(now, selection, NOWHERE));
  };
  expect({
    nothing: renewedBy(null),
    'the name of the document': renewedBy(setDocumentFields({ name: 'Other' })),
    'a delay': renewedBy(setNodeFields('second_try', { delay: 3 })),
    'a place': renewedBy(moveNodes(new Map([['first_try', { x: 0, y: 0 }]]))),
    'a shared function': renewedBy(addStep('download', { do: 'stopReactor' })),
    'an arrow is selected': renewedBy(null, { nodes: [], edges: [edge] }),
    'a card is selected': renewedBy(null, { nodes: ['second_try'], edges: [] }),
  }).toEqual({
    nothing: [],
    'the name of the document': [],
    'a delay': ['second_try'],
    'a place': ['first_try'],
    'a shared function': ['first_try', 'second_try'],
    'an arrow is selected': [edge],
    'a card is selected': ['second_try', edge],
  });
});

test('a card that is dragged stands where it is held; the words on it are not made again', () => {
  const toFlow = createScheduleToFlow();
  const [before] = toFlow(document, NOTHING, NOWHERE).nodes;
  const [held] = toFlow(document, NOTHING, new Map([['first_try', { x: 7, y: 9 }]])).nodes;
  expect([held?.position, held?.data === before?.data]).toEqual([{ x: 7, y: 9 }, true]);
});

test('another document has nothing in common with the one before it; an edit has', () => {
  const single = EXAMPLES[0].load();
  const empty = after(single, removeNodes(['poll']));
  const isAnother = (from: Schedule, edit: ScheduleEdit): boolean =>
    isAnotherDocument(from, after(from, edit));
  expect({
    'another document': isAnother(single, replaceSchedule(document, 'open')),
    'the same document opened anew': isAnother(single, replaceSchedule(EXAMPLES[0].load(), 'open')),
    'a document opened on an empty canvas': isAnother(empty, replaceSchedule(document, 'open')),
    'a first node': isAnother(empty, addNode('deferred', 'a', { x: 0, y: 0 })),
    'the only node renamed': isAnother(single, renameNode('poll', 'loop')),
    'a step of its function': isAnother(single, addStep('check_feed', { do: 'stopReactor' })),
    'all nodes deleted': isAnother(single, removeNodes(['poll'])),
  }).toEqual({
    'another document': true,
    'the same document opened anew': true,
    'a document opened on an empty canvas': true,
    'a first node': false,
    'the only node renamed': false,
    'a step of its function': false,
    'all nodes deleted': false,
  });
});

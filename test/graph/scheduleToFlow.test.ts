import { expect, test } from 'vitest';

import { isAnotherDocument } from '#graph/canvas/anotherDocument.ts';
import type { Flow, FrameData } from '#graph/flow/flowTypes.ts';
import { createScheduleToFlow } from '#graph/scheduleToFlow.ts';
import { replaceSchedule, setDocumentFields } from '#schedule/documentEdits.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { addStep } from '#schedule/functionEdits.ts';
import { addNode } from '#schedule/addNode.ts';
import { moveNodes, removeNodes, renameNode, setNodeFields } from '#schedule/nodeEdits.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { edited, newHistory } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

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
      'aria-labelledby':
        'card-first_try-id card-first_try-kind card-first_try-state card-first_try-breakpoint card-first_try-problems',
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

const grouped = schedule({
  functions: { f: [] },
  nodes: [
    { kind: 'service', id: 'outer', position: { x: 0, y: 0 } },
    { kind: 'service', id: 'inner', service: 'outer', starts: 'service' },
    {
      kind: 'callLater',
      id: 'a',
      service: 'inner',
      delay: 1,
      call: 'f',
      position: { x: 200, y: 200 },
    },
    { kind: 'callLater', id: 'b', delay: 1, call: 'f', position: { x: 900, y: 200 } },
  ],
});

/** Where all stands, with what a frame says of a drop. */
function placesOf({ nodes }: Flow): readonly string[] {
  return nodes.map(({ id, position: { x, y }, data }) => {
    const drop = 'drop' in data ? (data as FrameData).drop : null;
    return `${id} ${x},${y}${drop === null ? '' : ` ${drop.does} ${drop.what}`}`;
  });
}

test('frames lie behind their members, and behind the frames inside of them, selected or not', () => {
  const [plain, selected] = [[], ['outer']].map((nodes) =>
    createScheduleToFlow()(grouped, { nodes, edges: [] }, NOWHERE).nodes.slice(0, 2),
  );
  const height = (node: Flow['nodes'][number]): number =>
    (node.zIndex ?? 0) + (node.selected === true ? 1000 : 0);
  expect([plain?.map(height), selected?.map(height), plain?.map(({ style }) => style)]).toEqual([
    [-2000, -1999],
    [-2000, -1999],
    [{ pointerEvents: 'none' }, { pointerEvents: 'none' }],
  ]);
});

test('a frame in hand carries its members; a card in hand leaves the frames where they are', () => {
  const toFlow = createScheduleToFlow();
  const held = (id: string, x: number, y: number): readonly string[] =>
    placesOf(toFlow(grouped, NOTHING, new Map([[id, { x, y }]])));
  expect({
    nothing: placesOf(toFlow(grouped, NOTHING, NOWHERE)),
    'the outer frame': held('outer', 170, 70),
    'a card out of its frame': held('a', 900, 800),
    'a card into a frame': held('b', 200, 250),
  }).toEqual({
    nothing: ['outer 160,60', 'inner 180,130', 'a 200,200', 'b 900,200'],
    'the outer frame': ['outer 170,70', 'inner 190,140', 'a 210,210', 'b 900,200'],
    'a card out of its frame': [
      'outer 160,60',
      'inner 180,130 takeOut a',
      'a 900,800',
      'b 900,200',
    ],
    'a card into a frame': ['outer 160,60', 'inner 180,130 putInto b', 'a 200,200', 'b 200,250'],
  });
});

test('an arrow of a field leads from its port; labels between the same two cards lie apart', () => {
  const { edges } = createScheduleToFlow()(
    schedule({
      functions: {
        f: [
          { do: 'pause', node: 'd' },
          { do: 'resume', node: 'd' },
        ],
      },
      nodes: [
        { kind: 'deferredList', id: 'all', members: ['d'], startMembers: false },
        { kind: 'deferred', id: 'd' },
        { kind: 'callLater', id: 'c', delay: 1, call: 'f' },
        { kind: 'queueGet', id: 'take', queue: 'q' },
        { kind: 'queue', id: 'q' },
      ],
    }),
    NOTHING,
    NOWHERE,
  );
  expect(
    edges.map(({ sourceHandle, ariaLabel, data }) => [
      sourceHandle,
      ariaLabel,
      data?.label,
      data?.along,
    ]),
  ).toEqual([
    ['member:0', 'all waits for d', 'waits for', 1 / 2],
    ['own:0', 'c pauses d', 'pauses', 1 / 3],
    ['own:1', 'c resumes d', 'resumes', 2 / 3],
    ['field:queue', 'take takes from q', 'takes from', 1 / 2],
  ]);
});

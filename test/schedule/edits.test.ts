import { produce } from 'immer';
import { expect, test } from 'vitest';

import { emptySchedule, setDocumentFields } from '#schedule/documentEdits.ts';
import { addNode, newNodeId } from '#schedule/addNode.ts';
import { deriveEdges } from '#schedule/edges.ts';
import {
  addLinkThatStarts,
  addStep,
  connect,
  moveStep,
  removeStep,
  removeSteps,
  setStep,
} from '#schedule/functionEdits.ts';
import {
  addOwnFunction,
  moveNodes,
  removeNodes,
  renameFunction,
  renameNode,
  setNodeFields,
  setOwnFunction,
} from '#schedule/nodeEdits.ts';
import { chainOf } from '#schedule/language.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';

import { schedule } from '../support/schedules.ts';

/** Makes edits one after the other; the document must be valid after each. */
const make = (start: Schedule, ...edits: readonly ScheduleEdit[]): Schedule =>
  edits.reduce((before, edit) => {
    const after = produce(before, (draft) => edit.apply(draft));
    const parsed = parseSchedule(after);
    if (!parsed.ok) throw new Error(`${edit.label}: ${parsed.problems.map(formatProblem).join()}`);
    return after;
  }, start);

const polling = schedule({
  functions: {
    tick: [
      { do: 'start', node: 'fetch' },
      { do: 'stop', node: 'poll', when: { call: 3 } },
    ],
    parse: [],
    report: [{ do: 'log', text: 'x' }],
  },
  nodes: [
    {
      id: 'poll',
      kind: 'loopingCall',
      interval: 5,
      call: 'tick',
      chain: [{ errback: 'report' }],
    },
    {
      id: 'fetch',
      kind: 'deferLater',
      delay: 2,
      starts: 'never',
      chain: [{ callback: 'parse', errback: 'report' }],
    },
  ],
});

test('a new node of each kind has a free id, a function of its own, and is valid', () => {
  let document = emptySchedule();
  for (const kind of ['callLater', 'callLater', 'deferLater', 'loopingCall', 'deferred'] as const) {
    document = make(document, addNode(kind, newNodeId(document, kind), { x: 10, y: 20 }));
  }
  expect([document.nodes.map((node) => node.id), Object.keys(document.functions)]).toEqual([
    ['later', 'later_2', 'wait', 'loop', 'answer'],
    ['do_later', 'do_later_2', 'do_wait', 'do_loop'],
  ]);
});

test('removing a node removes the steps that name it and the functions that only it called', () => {
  const after = make(polling, removeNodes(['fetch']));
  expect([after.nodes.map((node) => node.id), after.functions]).toEqual([
    ['poll'],
    {
      tick: { steps: [{ do: 'stop', node: 'poll', when: { call: 3 } }] },
      report: { steps: [{ do: 'log', text: 'x' }] },
    },
  ]);
});

test('renaming a node or a function is followed by every reference', () => {
  const after = make(
    polling,
    renameNode('fetch', 'download'),
    renameNode('poll', 'loop'),
    renameFunction('report', 'complain'),
    renameFunction('tick', 'tock'),
  );
  expect([
    deriveEdges(after).map((edge) =>
      edge.by === 'step'
        ? [edge.source, edge.does, edge.target, edge.function].join(' ')
        : [edge.source, edge.field, edge.target].join(' '),
    ),
    after.nodes.map((node) => chainOf(node)),
    Object.keys(after.functions),
  ]).toEqual([
    ['loop start download tock', 'loop stop loop tock'],
    [[{ errback: 'complain' }], [{ callback: 'parse', errback: 'complain' }]],
    ['tock', 'parse', 'complain'],
  ]);
});

test('fields are set, and an optional one is removed by undefined', () => {
  const labelled = make(polling, setNodeFields('poll', { label: '轮询', interval: 3 }));
  const plain = make(labelled, setNodeFields('poll', { label: undefined }));
  expect([labelled.nodes[0], plain.nodes[0]]).toEqual([
    { ...polling.nodes[0], label: '轮询', interval: 3 },
    { ...polling.nodes[0], interval: 3 },
  ]);
});

test('a node is given another function, a new one, or none where that is allowed', () => {
  const none = make(polling, setOwnFunction('fetch', 'parse'), setOwnFunction('fetch', null));
  const fresh = make(none, addOwnFunction('fetch'));
  const other = make(fresh, setOwnFunction('fetch', 'report'));
  expect(
    [none, fresh, other].map(({ nodes, functions }) => [
      nodes[1]?.kind === 'deferLater' ? nodes[1].call : 'gone',
      Object.keys(functions),
    ]),
  ).toEqual([
    [undefined, ['tick', 'parse', 'report']],
    ['do_fetch', ['tick', 'parse', 'report', 'do_fetch']],
    ['report', ['tick', 'parse', 'report']],
  ]);
});

test('steps are added, changed, moved and removed', () => {
  const after = make(
    polling,
    addStep('parse', { do: 'return', value: 1 }),
    addStep('parse', { do: 'log', text: 'a' }, 0),
    setStep('parse', 0, { do: 'log', text: 'b' }, 'text'),
    addStep('parse', { do: 'block', for: 1 }),
    moveStep('parse', 1, 0),
    removeStep('parse', 1),
    removeSteps([
      { function: 'tick', step: 0 },
      { function: 'tick', step: 1 },
    ]),
  );
  expect(after.functions).toEqual({
    tick: { steps: [] },
    parse: {
      steps: [
        { do: 'block', for: 1 },
        { do: 'return', value: 1 },
      ],
    },
    report: polling.functions['report'],
  });
});

test('drawing an arrow adds a step where it will run, and a function where there is none', () => {
  const after = make(
    polling,
    connect('fetch', { at: 'own' }, 'stop', 'poll'),
    connect('fetch', { at: 'link', link: 0, side: 'callback' }, 'returnDeferred', 'poll'),
  );
  const ended = make(
    after,
    connect('fetch', { at: 'link', link: 0, side: 'callback' }, 'start', 'poll'),
  );
  expect([after.functions['do_fetch'], after.functions['parse'], ended.functions['parse']]).toEqual(
    [
      { steps: [{ do: 'stop', node: 'poll' }] },
      { steps: [{ do: 'returnDeferred', node: 'poll', start: true }] },
      {
        steps: [
          { do: 'start', node: 'poll' },
          { do: 'returnDeferred', node: 'poll', start: true },
        ],
      },
    ],
  );
});

test('dragging the end of a rail to a card adds a link that starts it and waits for it', () => {
  const after = make(polling, addLinkThatStarts('poll', 'errback', 'fetch'));
  expect([chainOf(after.nodes[0]!), after.functions['or_fetch']]).toEqual([
    [{ errback: 'report' }, { errback: 'or_fetch' }],
    { steps: [{ do: 'returnDeferred', node: 'fetch', start: true }] },
  ]);
});

test('cards are moved and document fields set without touching anything else', () => {
  const after = make(
    polling,
    moveNodes(new Map([['fetch', { x: 7, y: 8 }]])),
    setDocumentFields({ name: 'Poll', horizon: 20 }),
  );
  expect(after).toEqual({
    ...polling,
    name: 'Poll',
    horizon: 20,
    nodes: [polling.nodes[0], { ...polling.nodes[1], position: { x: 7, y: 8 } }],
  });
});

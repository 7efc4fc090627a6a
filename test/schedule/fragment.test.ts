import fc from 'fast-check';
import { expect, test } from 'vitest';

import { exportPython } from '#export/exportPython.ts';
import { emptySchedule } from '#schedule/documentEdits.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { copyNodes, copySchedule } from '#schedule/fragment/copyNodes.ts';
import type { Fragment } from '#schedule/fragment/fragment.ts';
import { fragmentText } from '#schedule/fragment/fragmentText.ts';
import { parseFragmentText } from '#schedule/fragment/parseFragmentText.ts';
import { pasteFragment, type Pasting } from '#schedule/fragment/pasteFragment.ts';
import { renamedNode } from '#schedule/fragment/renamedNode.ts';
import { namesNode } from '#schedule/language.ts';
import { placesOf } from '#schedule/places.ts';
import type { Schedule } from '#schedule/schema.ts';
import { scheduleText } from '#schedule/scheduleText.ts';
import { edited, newHistory } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

const NOWHERE = { x: 0, y: 0 };
const documents = EXAMPLES.map((example) => example.load());

function paste(into: Schedule, fragment: Fragment): Pasting {
  return pasteFragment(into, fragment, { verb: 'paste', shift: NOWHERE });
}

/** The document after a paste; a refused one throws. */
function pasted(into: Schedule, fragment: Fragment): Schedule {
  const result = edited(newHistory(into), paste(into, fragment).edit, 0);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.history.schedule;
}

/** What went through the clipboard. */
function throughText(fragment: Fragment): Fragment {
  const parsed = parseFragmentText(fragmentText(fragment));
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.fragment;
}

/** The Python lines of what of a document no node among `added` calls: others say who calls them. */
function pythonOf(
  document: Schedule,
  of: Schedule,
  added: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const python = exportPython(document);
  const lines = python.text.split('\n');
  // A function that they share is theirs too, and a service starts and stops what is put into it.
  const shared = new Set(
    document.nodes
      .filter(({ id }) => added.has(id))
      .flatMap((node) => [...placesOf(node).map((place) => place.function), node.service]),
  );
  const known = [...of.nodes.map(({ id }) => id), ...Object.keys(of.functions)];
  const counted = new Set(known.filter((name) => !shared.has(name)));
  return Object.fromEntries(
    [...python.nodes, ...python.functions]
      .filter(([name]) => counted.has(name))
      .map(([name, { first, last }]) => [name, lines.slice(first - 1, last).join('\n')]),
  );
}

const anyDocument = fc.constantFrom(...documents);
const anySelection = anyDocument.chain((document) =>
  fc.tuple(
    fc.constant(document),
    fc.subarray(
      document.nodes.map(({ id }) => id),
      { minLength: 1 },
    ),
  ),
);

test.each(documents.map((document) => [document.name, document] as const))(
  'a copy of all of %s is the same document in an empty one',
  (_, document) => {
    const now = pasted(
      { ...emptySchedule(), clock: document.clock },
      throughText(copySchedule(document)),
    );
    const called = new Set(document.nodes.flatMap((node) => placesOf(node).map((e) => e.function)));
    expect({ nodes: now.nodes, functions: now.functions }).toEqual({
      nodes: document.nodes,
      functions: Object.fromEntries(
        Object.entries(document.functions).filter(([name]) => called.has(name)),
      ),
    });
  },
);

test.each(documents.map((document) => [document.name, document] as const))(
  'a copy of all of %s beside itself is the same under other names',
  (_, document) => {
    const fragment = copySchedule(document);
    const { ids } = paste(document, fragment);
    const now = pasted(document, fragment);
    const twins = now.nodes.slice(document.nodes.length);
    expect(twins.map(({ id }) => id)).toEqual(ids);
    const idBack = new Map(twins.map(({ id }, index) => [id, document.nodes[index]!.id]));
    const nameBack = new Map<string, string>();
    twins.forEach((twin, index) => {
      const originals = placesOf(document.nodes[index]!);
      placesOf(twin).forEach((place, at) => nameBack.set(place.function, originals[at]!.function));
    });
    const back = twins.map((twin) =>
      renamedNode(
        twin,
        (id) => idBack.get(id) ?? id,
        (name) => nameBack.get(name) ?? name,
      ),
    );
    expect(back).toEqual(document.nodes);
    for (const [name, original] of nameBack) {
      const steps = now.functions[name]!.steps.map((step) =>
        namesNode(step) && name !== original
          ? { ...step, node: idBack.get(step.node) ?? step.node }
          : step,
      );
      expect(steps).toEqual(document.functions[original]!.steps);
    }
  },
);

test('any selection of any example can be pasted into any example, and changes nothing there', () => {
  fc.assert(
    fc.property(anySelection, anyDocument, ([from, ids], into) => {
      const fragment = throughText(copyNodes(from, ids));
      const { edit, ids: added } = paste(into, fragment);
      const result = edited(newHistory(into), edit, 0);
      if (!result.ok) {
        // A test clock has no threads: all of it is refused then, and says so.
        expect(into.clock).toBe('testClock');
        expect(fragment.nodes.some(({ kind }) => kind === 'deferToThread')).toBe(true);
        return;
      }
      const now = result.history.schedule;
      expect(now.nodes.slice(0, into.nodes.length)).toEqual(into.nodes);
      expect(now.nodes.slice(into.nodes.length).map(({ id }) => id)).toEqual(added);
      expect(now.functions).toMatchObject(into.functions);
      const untouched = pythonOf(now, into, new Set(added));
      const services = into.nodes.filter(({ kind }) => kind === 'service').length;
      expect(Object.keys(untouched).length).toBeGreaterThanOrEqual(into.nodes.length - services);
      expect(pythonOf(into, into, new Set())).toMatchObject(untouched);
    }),
    { numRuns: 300 },
  );
});

const web = schedule({
  functions: {
    poll_feed: [
      { do: 'log', text: 'poll' },
      { do: 'start', node: 'save' },
      { do: 'start', node: 'fetch' },
    ],
    ask: [{ do: 'log', text: 'ask' }],
    store: [{ do: 'put', node: 'rows', value: 1 }],
  },
  nodes: [
    { kind: 'service', id: 'web' },
    {
      kind: 'loopingCall',
      id: 'poll',
      label: 'the poll',
      interval: 5,
      call: 'poll_feed',
      service: 'web',
      starts: 'service',
    },
    { kind: 'callLater', id: 'save', delay: 1, call: 'store', starts: 'never' },
    { kind: 'guarded', id: 'fetch', semaphore: 'limit', call: 'ask', starts: 'never' },
    { kind: 'semaphore', id: 'limit', tokens: 3 },
    { kind: 'queue', id: 'rows' },
    { kind: 'queueGet', id: 'take', queue: 'rows' },
    { kind: 'deferredList', id: 'all', members: ['fetch', 'take'] },
  ],
});

/** The nodes that a copy of these became. */
function became(ids: readonly string[], into: Schedule): readonly object[] {
  const now = pasted(into, throughText(copyNodes(web, ids)));
  return now.nodes.slice(into.nodes.length).map(({ position: _, ...node }) => node);
}

test('a copied service takes its members along, and names follow within the copy', () => {
  const now = pasted(web, copyNodes(web, ['web', 'save']));
  expect(now.nodes.slice(web.nodes.length)).toMatchObject([
    { id: 'web_2' },
    { id: 'poll_2', service: 'web_2', starts: 'service', call: 'poll_feed_2', label: 'the poll' },
    { id: 'save_2', call: 'store' },
  ]);
  expect(now.functions['poll_feed_2']).toEqual({
    steps: [
      { do: 'log', text: 'poll' },
      { do: 'start', node: 'save_2' },
      { do: 'start', node: 'fetch' },
    ],
  });
});

test('a member without its service stays in it, or starts with the program where there is none', () => {
  expect([became(['poll'], web), became(['poll'], emptySchedule())]).toMatchObject([
    [{ id: 'poll_2', service: 'web', starts: 'service', call: 'poll_feed' }],
    [{ id: 'poll', starts: 'program' }],
  ]);
  expect(became(['poll'], emptySchedule())[0]).not.toHaveProperty('service');
});

test('a guard takes its semaphore along where there is none, and shares it where there is', () => {
  expect([
    became(['fetch', 'take'], web),
    became(['fetch', 'take'], emptySchedule()),
  ]).toMatchObject([
    [
      { id: 'fetch_2', semaphore: 'limit' },
      { id: 'take_2', queue: 'rows' },
    ],
    [
      { id: 'fetch', semaphore: 'limit' },
      { id: 'take', queue: 'rows' },
      { id: 'limit', kind: 'semaphore', tokens: 3 },
      { id: 'rows', kind: 'queue' },
    ],
  ]);
});

test('a semaphore that comes along gets a new name where something else has its own', () => {
  const other = schedule({ nodes: [{ kind: 'deferred', id: 'limit' }] });
  expect(became(['fetch'], other)).toMatchObject([
    { id: 'fetch', semaphore: 'limit_2' },
    { id: 'limit_2', kind: 'semaphore' },
  ]);
});

test('what names nodes that are not there is left out and said', () => {
  const { leftOut } = paste(emptySchedule(), copyNodes(web, ['poll', 'all', 'fetch']));
  expect(leftOut).toEqual([
    { is: 'step', function: 'poll_feed', step: { do: 'start', node: 'save' } },
    { is: 'service', node: 'poll', service: 'web' },
    { is: 'member', list: 'all', node: 'take' },
  ]);
  expect(became(['all', 'fetch'], emptySchedule())[1]).toMatchObject({ members: ['fetch'] });
});

test('a function of the same name with other steps comes along under another name', () => {
  const other = schedule({
    functions: { ask: [{ do: 'log', text: 'another' }] },
    nodes: [{ kind: 'callLater', id: 'first', delay: 1, call: 'ask' }],
  });
  const now = pasted(other, copyNodes(web, ['fetch']));
  expect([now.nodes[1], Object.keys(now.functions)]).toMatchObject([
    { id: 'fetch', call: 'ask_2' },
    ['ask', 'ask_2'],
  ]);
});

test('a coroutine does not share a function that something else calls', () => {
  const steps = { work: [{ do: 'log', text: 'work' }] };
  const plain = schedule({
    functions: steps,
    nodes: [{ kind: 'callLater', id: 'first', delay: 1, call: 'work' }],
  });
  const tasks = schedule({
    functions: steps,
    nodes: [{ kind: 'coroutine', id: 'task', call: 'work' }],
  });
  expect(pasted(plain, copySchedule(tasks)).nodes[1]).toMatchObject({ id: 'task', call: 'work_2' });
});

test('a new name never takes that of a method in the export', () => {
  const other = schedule({
    functions: { start_save_2: [] },
    nodes: [
      { kind: 'deferred', id: 'save' },
      { kind: 'callLater', id: 'first', delay: 1, call: 'start_save_2' },
    ],
  });
  expect(became(['save'], other)).toMatchObject([{ id: 'save_3' }]);
});

test('a whole schedule can be pasted as text', () => {
  const parsed = parseFragmentText(scheduleText(web));
  expect(parsed).toMatchObject({ ok: true, fragment: { nodes: web.nodes, resources: [] } });
});

const COPIED = JSON.parse(fragmentText(copyNodes(web, ['fetch']))) as Fragment;

test.each([
  ['', 'The clipboard holds no text.'],
  ['hello', 'its text is no JSON'],
  ['[1, 2]', 'no nodes and no schedule'],
  ['{ "format": "reactor-studio/schedule", "version": 1 }', 'The copied schedule is broken'],
  [JSON.stringify({ ...COPIED, version: 2 }), 'version 2, but this program reads up to version 1'],
  [JSON.stringify({ ...COPIED, colour: 'red' }), 'colour is not a key that belongs here'],
  [JSON.stringify({ ...COPIED, nodes: [{ kind: 'callLater', id: 'x' }] }), 'nodes[0].'],
  [JSON.stringify({ ...COPIED, resources: COPIED.nodes }), 'fetch is there twice'],
  [JSON.stringify({ ...COPIED, nodes: [], resources: COPIED.nodes }), 'must be semaphore or queue'],
  [
    '{ "format": "reactor-studio/nodes", "version": 1, "nodes": [], "nodes": [] }',
    'nodes stands twice',
  ],
  [
    `{ "format": "reactor-studio/nodes", "nodes": ${'['.repeat(40)}${']'.repeat(40)} }`,
    'levels deep',
  ],
])('a text that holds no nodes says why: %.60s', (text, why) => {
  const parsed = parseFragmentText(text);
  expect(parsed.ok ? 'read' : parsed.why).toContain(why);
});

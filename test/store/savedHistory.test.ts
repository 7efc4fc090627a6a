import { expect, test } from 'vitest';

import { addNode } from '#schedule/addNode.ts';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { renameNode, setNodeFields } from '#schedule/nodeEdits.ts';
import { edited, jumped, newHistory, redone, undone, type History } from '#store/history.ts';
import { historyFrom, historyRecord, MOST_SAVED_STEPS } from '#store/savedHistory.ts';
import { createStudio } from '#store/createStudio.ts';
import type { Studio } from '#store/studio.ts';
import type { StudioHost } from '#store/studioHost.ts';

import { POLL } from '../support/openStudio.ts';
import { memoryLocks, memoryStorage, testHost } from '../support/testHost.ts';

const DOCUMENT = 'reactor-studio/document';
const HISTORY = 'reactor-studio/history';

/** A history of so many steps, each of which sets the interval of `poll` to its number. */
function historyOf(steps: number, notes = ''): History {
  let history = newHistory(POLL);
  for (let step = 1; step <= steps; step += 1) {
    const edit =
      notes === ''
        ? setNodeFields('poll', { interval: step })
        : setDocumentFields({ notes: `${step}${notes}` });
    const result = edited(history, edit, step * 10_000);
    if (!result.ok) throw new Error('refused');
    history = result.history;
  }
  return history;
}

function intervalOf({ schedule }: History): number {
  const [node] = schedule.nodes;
  return node?.kind === 'loopingCall' ? node.interval : 0;
}

test('a jump is many undos or redos at once', () => {
  const history = historyOf(5);
  const back = jumped(history, 2);
  expect([back, back.past.length, back.future.length, intervalOf(back)]).toEqual([
    undone(undone(undone(history))),
    2,
    3,
    2,
  ]);
  expect(jumped(back, 4)).toEqual(redone(redone(back)));
  expect([jumped(back, 2), jumped(back, -1), jumped(back, 6)]).toEqual([back, back, back]);
  expect(jumped(back, 0).schedule).toEqual(POLL);
});

test('of a long history the steps nearest to the present are stored, on both sides', () => {
  const record = historyRecord(jumped(historyOf(500), 400), '');
  expect([
    record.past.length,
    record.future.length,
    record.past.at(-1)?.at,
    record.future.at(-1)?.at,
  ]).toEqual([100, 100, 4_000_000, 4_010_000]);
  expect(historyRecord(historyOf(500), '').past).toHaveLength(MOST_SAVED_STEPS);
});

test('large steps are stored only as far as there is room', () => {
  const { past } = historyRecord(historyOf(30, 'x'.repeat(100_000)), '');
  expect(past.length).toBe(9);
});

test('a step that is too large ends what is stored on its side', () => {
  let history = historyOf(3);
  const long = edited(history, setDocumentFields({ notes: 'x'.repeat(199_000) }), 1e6);
  if (long.ok) history = long.history;
  // The notes are in the way back as well as in the way on.
  for (let step = 0; step < 10; step += 1) {
    const next = edited(
      history,
      setDocumentFields({ notes: `${step}${'y'.repeat(199_000)}` }),
      2e6 + step * 1e5,
    );
    if (next.ok) history = next.history;
  }
  const { past } = historyRecord(history, '');
  expect(past.length).toBeGreaterThan(0);
  expect(past).toEqual(history.past.slice(-past.length));
  expect(JSON.stringify(past).length).toBeLessThan(2_100_000);
});

/** Opens a studio, and waits until it is the one that saves. */
async function opened(host: StudioHost): Promise<Studio> {
  const studio = await createStudio(host);
  await saved(studio);
  return studio;
}

function saved(studio: Studio): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (studio.save.getState().state === 'saved') resolve();
      else setTimeout(look, 10);
    };
    setTimeout(look, 10);
  });
}

const labels = (studio: Studio): readonly string[] =>
  studio.history.getState().past.map(({ label }) => label);

/** The records of a studio that was left after three edits, one of them undone. */
async function leftRecords(): Promise<Map<string, unknown>> {
  const records = new Map<string, unknown>([[DOCUMENT, { record: 1, schedule: POLL, view: {} }]]);
  const host = testHost({ storage: memoryStorage(records) });
  const studio = await opened(host);
  studio.edit(addNode('deferred', 'first', { x: 0, y: 0 }));
  studio.edit(renameNode('first', 'second'));
  studio.edit(setNodeFields('poll', { interval: 2 }));
  studio.undo();
  // Left at once: nothing waits for its time.
  host.hide();
  studio.dispose();
  await Promise.resolve();
  return records;
}

test('undo and redo go on after a reload, and each leads where it would have led', async () => {
  const studio = await opened(testHost({ storage: memoryStorage(await leftRecords()) }));
  const ids = (): readonly string[] => studio.history.getState().schedule.nodes.map(({ id }) => id);
  const seen: unknown[] = [labels(studio), ids()];
  studio.redo();
  seen.push(intervalOf(studio.history.getState()));
  studio.jump(1);
  seen.push(ids());
  studio.jump(0);
  expect([...seen, studio.history.getState().schedule]).toEqual([
    ['add first', 'rename first to second'],
    ['poll', 'second'],
    2,
    ['poll', 'first'],
    POLL,
  ]);
  studio.dispose();
});

test.each([
  ['of an older shape', { record: 0 }],
  ['of another document', { of: '1-00' }],
  ['that is no list', { past: 'all' }],
  ['with a step that is none', { past: [{ label: 'x' }] }],
  [
    'with a patch that is none',
    { past: [{ label: 'x', at: 1, undo: [{ op: 'eval', path: [] }], redo: [] }] },
  ],
  [
    'that is much too long',
    { past: Array.from({ length: 201 }, () => ({ label: 'x', at: 1, undo: [], redo: [] })) },
  ],
])('a history %s is lost, and nothing else', async (_, damage) => {
  const records = await leftRecords();
  records.set(HISTORY, { ...(records.get(HISTORY) as object), ...damage });
  const studio = await opened(testHost({ storage: memoryStorage(records) }));
  const { past, future, schedule } = studio.history.getState();
  expect([past, future, schedule.nodes.map(({ id }) => id)]).toEqual([[], [], ['poll', 'second']]);
  studio.dispose();
});

test.each([
  ['leads to no valid document', [{ op: 'replace', path: ['horizon'], value: -1 }]],
  ['cannot be gone', [{ op: 'replace', path: ['nodes', 99, 'id'], value: 'x' }]],
])(
  'a stored step that %s drops the history with a notice, and the document stays',
  async (_, undo) => {
    const records = await leftRecords();
    const record = records.get(HISTORY) as { past: object[] };
    record.past = record.past.map((entry) => ({ ...entry, undo }));
    const studio = await opened(testHost({ storage: memoryStorage(records) }));
    const { schedule } = studio.history.getState();
    studio.undo();
    expect([studio.history.getState(), studio.notice.getState().notice?.text]).toEqual([
      { schedule, past: [], future: [] },
      'The saved history was damaged, so it was dropped. The schedule is as it was.',
    ]);
    studio.dispose();
  },
);

test('a history that the storage refuses does not keep the document from being saved', async () => {
  const records = new Map<string, unknown>([[DOCUMENT, { record: 1, schedule: POLL, view: {} }]]);
  const inner = memoryStorage(records);
  const set: typeof inner.set = (key, value) =>
    key === HISTORY ? Promise.reject(new Error('quota')) : inner.set(key, value);
  const studio = await opened(testHost({ storage: { get: inner.get, set } }));
  studio.edit(setNodeFields('poll', { interval: 3 }));
  await saved(studio);
  expect([records.has(HISTORY), studio.save.getState().state]).toEqual([false, 'saved']);
  studio.dispose();
});

test('a tab in which nothing was edited takes the steps of the other one over', async () => {
  const storage = memoryStorage(new Map([[DOCUMENT, { record: 1, schedule: POLL, view: {} }]]));
  const lock = memoryLocks();
  const one = await opened(testHost({ storage, lock: lock() }));
  const two = await createStudio(testHost({ storage, lock: lock() }));
  one.edit(addNode('deferred', 'mine', { x: 0, y: 0 }));
  await saved(one);
  await two.takeOver();
  const taken = labels(two);
  two.undo();
  expect([taken, two.history.getState().schedule]).toEqual([['add mine'], POLL]);
  one.dispose();
  two.dispose();
});

test('a record is only for the document that it was stored with', () => {
  const history = historyOf(2);
  const record = historyRecord(history, JSON.stringify(history.schedule));
  expect([
    historyFrom(record, history.schedule).past.length,
    historyFrom(record, POLL).past.length,
    historyFrom(null, POLL).past.length,
  ]).toEqual([2, 0, 0]);
});

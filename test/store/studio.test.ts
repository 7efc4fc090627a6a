import { afterEach, expect, test } from 'vitest';

import { createStudio } from '#store/createStudio.ts';
import type { Studio } from '#store/studio.ts';
import type { StudioHost } from '#store/studioHost.ts';
import { emptySchedule, replaceSchedule, setDocumentFields } from '#schedule/documentEdits.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { addNode } from '#schedule/addNode.ts';
import { removeNodes, setNodeFields } from '#schedule/nodeEdits.ts';
import { formatProblem } from '#schedule/problem.ts';

import { lines, run } from '../support/runs.ts';
import { memoryLocks, memoryStorage, spawnInProcess, testHost } from '../support/testHost.ts';

const open: Studio[] = [];
afterEach(() => {
  for (const studio of open.splice(0)) studio.dispose();
});

/** A studio whose run has ended. */
async function started(host: StudioHost = testHost()): Promise<Studio> {
  const studio = await createStudio(host);
  open.push(studio);
  await settled(studio);
  return studio;
}

/** The interval of the first node in the program that runs. */
function intervalOf(studio: Studio): number | null {
  const [node] = studio.run.getState().program.nodes;
  return node?.kind === 'loopingCall' ? node.interval : null;
}

/** Waits until the run of the present document has ended. */
function settled(studio: Studio): Promise<void> {
  return new Promise((resolve) => {
    const stop = studio.run.subscribe(check);
    // What an edit causes comes in later turns of the event loop.
    setTimeout(() => check(studio.run.getState()), 20);
    function check({ status }: { status: { state: string } }): void {
      if (status.state !== 'ended') return;
      stop();
      resolve();
    }
  });
}

/** Waits until a condition holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

const names = (studio: Studio): readonly string[] =>
  studio.history.getState().schedule.nodes.map((node) => node.id);

test('a first visit opens the first example, simulated, at its start', async () => {
  const studio = await started();
  const { trace, status } = studio.run.getState();
  const whole = run(EXAMPLES[0].load());
  expect([
    studio.history.getState().schedule.name,
    lines(trace),
    status,
    studio.now.getState().count,
    studio.now.getState().time,
  ]).toEqual([
    'Every five seconds',
    lines(whole.trace),
    { state: 'ended', end: whole.end },
    trace.countUntil(0, true),
    0,
  ]);
});

test('every edit is simulated again; what only a picture shows is not', async () => {
  const studio = await started();
  const before = studio.run.getState().trace;
  studio.edit(setNodeFields('poll', { label: 'The feed' }));
  await settled(studio);
  const labelled = studio.run.getState().trace;
  studio.edit(setNodeFields('poll', { interval: 2 }));
  await until(() => studio.run.getState().trace !== before);
  await settled(studio);
  const end = studio.run.getState().status;
  expect([labelled === before, end.state === 'ended' && end.end.time]).toEqual([true, 6]);
});

test('a longer horizon goes on with the same trace', async () => {
  const studio = await started();
  studio.edit(setNodeFields('poll', { interval: 20 }));
  await until(() => intervalOf(studio) === 20);
  await settled(studio);
  const { trace } = studio.run.getState();
  const { length } = trace;
  studio.edit(setDocumentFields({ horizon: 50 }));
  await until(() => studio.run.getState().trace.length > length);
  await settled(studio);
  const { status } = studio.run.getState();
  expect([
    studio.run.getState().trace === trace,
    status.state === 'ended' && status.end.time,
    lines(trace),
  ]).toEqual([true, 50, lines(run(studio.history.getState().schedule).trace)]);
});

test('an edit that would break the document is refused with its place, and nothing changes', async () => {
  const studio = await started();
  const before = studio.history.getState();
  const problems = studio.edit(setNodeFields('poll', { interval: -1 }));
  expect([problems.map(formatProblem), studio.history.getState() === before]).toEqual([
    ['nodes[0].interval: must be a finite number >= 0, got -1'],
    true,
  ]);
});

test('everything can be undone and done again, with its label', async () => {
  const studio = await started();
  const first = studio.history.getState().schedule;
  studio.edit(addNode('deferLater', 'wait', { x: 0, y: 0 }));
  studio.edit(setNodeFields('wait', { delay: 3 }));
  studio.renameNode('wait', 'pause');
  studio.edit(removeNodes(['poll']));
  const last = studio.history.getState().schedule;
  const undone: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    undone.push(studio.history.getState().past.at(-1)?.label ?? '');
    studio.undo();
  }
  const atStart = studio.history.getState().schedule;
  studio.undo();
  for (let step = 0; step < 5; step += 1) studio.redo();
  expect([undone, atStart, studio.history.getState().schedule]).toEqual([
    ['delete poll', 'rename wait to pause', 'set delay of wait', 'add wait'],
    first,
    last,
  ]);
});

test('typing in one field is one step back; typing later, or in another, is another', async () => {
  let now = 0;
  const studio = await started({ ...testHost(), now: () => now });
  const type = (interval: number, after: number): void => {
    now += after;
    studio.edit(setNodeFields('poll', { interval }));
  };
  type(1, 0);
  type(12, 200);
  type(12.5, 200);
  type(7, 5000);
  studio.edit(setNodeFields('poll', { label: 'x' }));
  const steps = studio.history.getState().past.length;
  studio.undo();
  studio.undo();
  const node = studio.history.getState().schedule.nodes[0];
  expect([steps, node?.kind === 'loopingCall' && node.interval]).toEqual([3, 12.5]);
});

test('a node that is renamed stays selected, one that is deleted does not', async () => {
  const studio = await started();
  studio.select({ nodes: ['poll'] });
  studio.renameNode('poll', 'feed');
  const renamed = studio.view.getState().selection.nodes;
  studio.edit(removeNodes(['feed']));
  expect([renamed, studio.view.getState().selection.nodes]).toEqual([['feed'], []]);
});

test('step, step back, next instant, start and end move the playhead by events and instants', async () => {
  const studio = await started();
  const { trace, status } = studio.run.getState();
  const where = (): string => {
    const { time, count, state } = studio.now.getState();
    return `${time} ${count} ${state.count}`;
  };
  const places: string[] = [];
  const act = (...actions: readonly (() => void)[]): void => {
    for (const action of actions) {
      action();
      places.push(where());
    }
  };
  act(studio.toStart, studio.step, studio.step, studio.stepBack, studio.nextInstant);
  act(studio.nextInstant, studio.stepBack, studio.toEnd, studio.step, studio.stepBack);
  const zero = trace.countUntil(0, true);
  const soon = trace.countUntil(0.4, true);
  const five = trace.countUntil(5, true);
  const end = status.state === 'ended' ? status.end.time : -1;
  expect(places).toEqual([
    '0 0 0',
    '0 1 1',
    '0 2 2',
    '0 1 1',
    `0.4 ${soon} ${soon}`,
    `5 ${five} ${five}`,
    `5 ${five - 1} ${five - 1}`,
    `${end} ${trace.length} ${trace.length}`,
    `${end} ${trace.length} ${trace.length}`,
    `15 ${trace.length - 1} ${trace.length - 1}`,
  ]);
  expect(zero).toBeGreaterThan(0);
});

test('a page that has slept wakes up paused, where it was', async () => {
  const host = testHost();
  const studio = await started(host);
  studio.play();
  host.frame(100);
  host.frame(3_600_000);
  const { playing } = studio.view.getState();
  for (let frame = 0; frame < 100; frame += 1) host.frame(16);
  expect([playing, studio.now.getState().time]).toEqual([false, 0.1]);
});

test('playing moves the playhead in step with the user, pauses at the end and when the page is hidden', async () => {
  const host = testHost();
  const studio = await started(host);
  studio.setSpeed(10);
  studio.play();
  host.frame(200);
  const first = studio.now.getState().time;
  // A page that was busy does not make up for it.
  host.frame(2000);
  const second = studio.now.getState().time;
  host.hide();
  const hidden = studio.view.getState().playing;
  host.frame(100);
  const still = studio.now.getState().time;
  studio.play();
  for (let frame = 0; frame < 100; frame += 1) host.frame(200);
  expect([
    first,
    second,
    hidden,
    still,
    studio.now.getState().time,
    studio.view.getState().playing,
  ]).toEqual([2, 4.5, false, 4.5, 15, false]);
});

test('a reload brings back the document, the selection and the playhead', async () => {
  const storage = memoryStorage();
  const studio = await started({ ...testHost(), storage });
  studio.edit(setNodeFields('poll', { interval: 4 }));
  await settled(studio);
  studio.select({ nodes: ['poll'], event: 3 });
  studio.seek(8.5);
  studio.setTheme('dark');
  await until(() => studio.save.getState().state === 'saved');
  const again = await started({ ...testHost(), storage });
  expect([
    again.history.getState().schedule,
    again.view.getState().selection,
    again.now.getState().time,
    again.now.getState().count,
    again.view.getState().theme,
    again.history.getState().past.map(({ label }) => label),
  ]).toEqual([
    studio.history.getState().schedule,
    { nodes: ['poll'], edges: [], event: 3 },
    8.5,
    again.run.getState().trace.countUntil(8.5, true),
    'dark',
    ['set interval of poll'],
  ]);
});

test('a record that cannot be read is put aside, and an example opens with a notice', async () => {
  const records = new Map<string, unknown>([
    ['reactor-studio/document', { schedule: { name: 1 } }],
  ]);
  const studio = await started({ ...testHost(), storage: memoryStorage(records) });
  expect([
    studio.history.getState().schedule.name,
    studio.notice.getState().notice?.text.slice(0, 40),
    records.get('reactor-studio/unreadable'),
  ]).toEqual([
    'Every five seconds',
    'The saved schedule could not be read (fo',
    { schedule: { name: 1 } },
  ]);
});

test('a storage that fails is said, and the work goes on and is saved when it works again', async () => {
  let isBroken = true;
  const inner = memoryStorage();
  const storage = {
    get: inner.get,
    set: (key: string, value: unknown) =>
      isBroken ? Promise.reject(new Error('quota')) : inner.set(key, value),
  };
  const studio = await started({ ...testHost(), storage });
  studio.edit(setNodeFields('poll', { interval: 4 }));
  await until(() => studio.save.getState().state === 'failed');
  isBroken = false;
  studio.edit(setNodeFields('poll', { interval: 3 }));
  await until(() => studio.save.getState().state === 'saved');
  const again = await started({ ...testHost(), storage });
  expect(again.history.getState().schedule).toEqual(studio.history.getState().schedule);
});

test('of two tabs one saves; the other takes over what was saved, and can undo that', async () => {
  const storage = memoryStorage();
  const lock = memoryLocks();
  const one = await started({ ...testHost(), storage, lock: lock() });
  const hostOfTwo = { ...testHost(), storage, lock: lock() };
  const two = await started(hostOfTwo);
  one.edit(addNode('deferred', 'mine', { x: 0, y: 0 }));
  two.edit(addNode('deferred', 'other', { x: 0, y: 0 }));
  await until(() => two.save.getState().state === 'elsewhere');
  const before = [one.save.getState().state, two.save.getState().state];
  const asks = hostOfTwo.asksBeforeLeaving();
  await two.takeOver();
  await until(() => two.save.getState().state === 'saved');
  const after = [one.save.getState().state, two.save.getState().state];
  const taken = names(two);
  two.undo();
  expect([before, asks, after, taken, names(two)]).toEqual([
    ['saved', 'elsewhere'],
    true,
    ['elsewhere', 'saved'],
    ['poll', 'mine'],
    ['poll', 'other'],
  ]);
});

test('a simulator that dies is said, and the run is whole', async () => {
  let died: ((reason: string) => void) | null = null;
  const studio = await started({
    ...testHost(),
    spawn: (receive, onDeath) => {
      died = onDeath;
      return spawnInProcess(receive, onDeath);
    },
  });
  studio.edit(setNodeFields('poll', { interval: 2 }));
  (died as ((reason: string) => void) | null)?.('out of memory');
  await until(() => intervalOf(studio) === 2);
  await settled(studio);
  expect([lines(studio.run.getState().trace), studio.notice.getState().notice?.text]).toEqual([
    lines(run(studio.history.getState().schedule).trace),
    'The simulator stopped unexpectedly and was restarted. The run was done again.',
  ]);
});

test('an empty document has an empty run', async () => {
  const studio = await started();
  studio.edit(replaceSchedule(emptySchedule(), 'new schedule'));
  await until(() => studio.run.getState().program.nodes.length === 0);
  await settled(studio);
  const { status, trace } = studio.run.getState();
  expect([lines(trace), status.state === 'ended' && status.end.why]).toEqual([
    ['0.000 reactor starts'],
    'idle',
  ]);
});

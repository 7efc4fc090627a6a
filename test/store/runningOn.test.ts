import { expect, onTestFinished, test } from 'vitest';

import { replaceSchedule, setDocumentFields } from '#schedule/documentEdits.ts';
import { setNodeFields } from '#schedule/nodeEdits.ts';
import type { Schedule } from '#schedule/schema.ts';
import { knownUntil } from '#store/knownUntil.ts';
import type { Studio } from '#store/studio.ts';
import type { StudioHost } from '#store/studioHost.ts';

import { openStudio, type OpenStudio } from '../support/openStudio.ts';
import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const ENDLESS = schedule({
  horizon: 60,
  functions: { tick: [{ do: 'log', text: 'tick {call}' }] },
  nodes: [{ id: 'beat', kind: 'loopingCall', interval: 2, call: 'tick' }],
});

/** So many loops that a run takes long. */
const LONG = schedule({
  horizon: 1e6,
  functions: { tick: [{ do: 'log', text: 'tick {call}' }] },
  nodes: Array.from({ length: 20 }, (_, index) => ({
    id: `beat${index}`,
    kind: 'loopingCall',
    interval: 1,
    call: 'tick',
  })),
});

async function open(document: Schedule, parts: Partial<StudioHost> = {}): Promise<OpenStudio> {
  const opened = await openStudio(document, parts);
  onTestFinished(() => opened.studio.dispose());
  return opened;
}

/** Waits until a run has ended at a time. */
async function endedAt(studio: Studio, time: number): Promise<void> {
  await expect
    .poll(() => {
      const { status } = studio.run.getState();
      return status.state === 'ended' ? status.end.time : status.state;
    })
    .toBe(time);
}

/** The events of the document's run up to a time. */
const upTo = (document: Schedule, horizon: number): readonly string[] =>
  lines(run({ ...document, horizon }).trace);

test('a seek beyond the end lets the run go on to there, and the document stays as it is', async () => {
  const { studio } = await open(ENDLESS);
  const { trace } = studio.run.getState();
  studio.seek(100);
  await endedAt(studio, 100);
  expect([
    studio.run.getState().trace === trace,
    lines(trace),
    studio.now.getState().time,
    studio.history.getState().schedule.horizon,
  ]).toEqual([true, upTo(ENDLESS, 100), 100, 60]);
});

test('End and Start ask for no more', async () => {
  const { studio } = await open(ENDLESS);
  studio.toEnd();
  studio.toStart();
  studio.toEnd();
  expect([studio.now.getState().time, studio.run.getState().status.state]).toEqual([60, 'ended']);
});

test('a window that comes to the end lets the run go on by its width, again and again', async () => {
  const { studio } = await open(ENDLESS);
  studio.setWindow({ start: 30, end: 50 });
  const before = studio.run.getState().status.state;
  studio.setWindow({ start: 41, end: 61 });
  await endedAt(studio, 81);
  studio.setWindow({ start: 61, end: 81 });
  await endedAt(studio, 101);
  expect([before, lines(studio.run.getState().trace)]).toEqual(['ended', upTo(ENDLESS, 101)]);
});

test('playing goes on beyond the horizon, and never runs ahead of the simulation', async () => {
  const { studio, host } = await open(ENDLESS);
  studio.setSpeed(10);
  studio.seek(45);
  studio.play();
  const times: number[] = [];
  for (let frame = 0; frame < 40; frame += 1) {
    host.frame(100);
    times.push(studio.now.getState().time);
    if (studio.now.getState().time > knownUntil(studio.run.getState())) times.push(Infinity);
    // The worker gets its turns.
    await new Promise((resolve) => {
      setTimeout(resolve, 4);
    });
  }
  expect([times.at(-1), studio.view.getState().playing]).toEqual([85, true]);
});

test('what is idle does not go on', async () => {
  const idle = schedule({
    horizon: 60,
    functions: { tick: [] },
    nodes: [{ id: 'once', kind: 'callLater', delay: 5, call: 'tick' }],
  });
  const { studio } = await open(idle);
  studio.setWindow({ start: 1, end: 6 });
  studio.seek(100);
  const { status } = studio.run.getState();
  expect([studio.now.getState().time, status.state === 'ended' && status.end.why]).toEqual([
    5,
    'idle',
  ]);
});

test('an edit of a run that has gone on is simulated as far as the user looks', async () => {
  const { studio } = await open(ENDLESS);
  studio.seek(100);
  await endedAt(studio, 100);
  studio.edit(setNodeFields('beat', { interval: 3 }));
  await expect.poll(() => studio.run.getState().program.nodes[0]).toMatchObject({ interval: 3 });
  await endedAt(studio, 100);
  const atHundred = studio.now.getState().time;
  studio.seek(10);
  studio.edit(setNodeFields('beat', { interval: 4 }));
  await expect.poll(() => studio.run.getState().program.nodes[0]).toMatchObject({ interval: 4 });
  await endedAt(studio, 60);
  studio.edit(setDocumentFields({ horizon: 30 }));
  await endedAt(studio, 30);
  expect([atHundred, studio.now.getState().time]).toEqual([100, 10]);
});

test('a long run can be stopped where it is, and goes on from there', async () => {
  const { studio } = await open(ENDLESS);
  studio.edit(replaceSchedule(LONG, 'open'));
  await expect.poll(() => studio.run.getState().program.nodes.length).toBe(20);
  studio.halt();
  await expect.poll(() => studio.run.getState().status.state).toBe('ended');
  const { trace, status } = studio.run.getState();
  const { length } = trace;
  studio.runOn();
  await expect.poll(() => studio.run.getState().trace.length).toBeGreaterThan(length);
  expect([
    status.state === 'ended' && status.end.why,
    length > 0,
    studio.run.getState().trace === trace,
  ]).toEqual(['halted', true, true]);
});

/** How far the run was that an edit first brought to the screen, where `wait` is what 250 ms take. */
async function firstShown(wait: number): Promise<number> {
  const { studio } = await open(
    { ...ENDLESS, horizon: 20_000 },
    {
      later(delay, f) {
        const timer = setTimeout(f, delay === 250 ? wait : delay);
        return () => clearTimeout(timer);
      },
    },
  );
  studio.seek(15_000);
  studio.setWindow({ start: 14_000, end: 16_000 });
  const known: number[] = [];
  const stop = studio.run.subscribe((info) => known.push(knownUntil(info)));
  studio.edit(setNodeFields('beat', { interval: 0.5 }));
  await expect.poll(() => known.length).toBeGreaterThan(0);
  stop();
  return known[0] ?? 0;
}

test('the screen keeps the last run until the new one has come to what is looked at', async () => {
  expect(await firstShown(60_000)).toBeGreaterThanOrEqual(16_000);
});

test('a run that takes long to come there is shown with what there is', async () => {
  expect(await firstShown(5)).toBeLessThan(16_000);
});

test('an edit while a run is long abandons it, and the newest is whole', async () => {
  const { studio } = await open(ENDLESS);
  studio.edit(setDocumentFields({ horizon: 1e6 }));
  studio.edit(setNodeFields('beat', { interval: 1 }));
  for (let interval = 2; interval < 8; interval += 1) {
    studio.edit(setNodeFields('beat', { interval }));
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  studio.edit(setDocumentFields({ horizon: 70 }));
  await endedAt(studio, 70);
  const { schedule: last } = studio.history.getState();
  expect(lines(studio.run.getState().trace)).toEqual(lines(run(last).trace));
});

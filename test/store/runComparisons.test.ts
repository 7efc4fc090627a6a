import { expect, onTestFinished, test } from 'vitest';

import { removeNodes, setNodeFields } from '#schedule/nodeEdits.ts';
import type { Studio } from '#store/studio.ts';

import { openStudio } from '../support/openStudio.ts';
import { schedule } from '../support/schedules.ts';

const LOOPS = schedule({
  horizon: 10,
  functions: { tick: [] },
  nodes: [
    { id: 'fast', kind: 'loopingCall', interval: 1, call: 'tick' },
    { id: 'slow', kind: 'loopingCall', interval: 4, call: 'tick' },
  ],
});

async function open(): Promise<Studio> {
  const { studio } = await openStudio(LOOPS);
  onTestFinished(() => studio.dispose());
  await expect.poll(() => studio.run.getState().status.state).toBe('ended');
  return studio;
}

/** Changes the document and waits for another run. */
async function rerun(studio: Studio, change: () => void): Promise<void> {
  const { trace } = studio.run.getState();
  change();
  await expect.poll(() => studio.run.getState().trace === trace).toBe(false);
  await expect.poll(() => studio.run.getState().status.state).toBe('ended');
}

/** Waits until the present run is compared; gives how many differences there are. */
async function differences(studio: Studio): Promise<number> {
  await expect
    .poll(() => studio.compared.getState().comparison?.own.trace === studio.run.getState().trace)
    .toBe(true);
  return studio.compared.getState().comparison?.count ?? 0;
}

test('a pinned run is compared with itself, and then with what edits make of it', async () => {
  const studio = await open();
  expect(studio.compared.getState().comparison).toBeNull();
  studio.pinRun();
  expect(await differences(studio)).toBe(0);
  await rerun(studio, () => studio.edit(setNodeFields('slow', { interval: 5 })));
  expect(await differences(studio)).toBeGreaterThan(0);
  await rerun(studio, () => studio.undo());
  expect(await differences(studio)).toBe(0);
  studio.unpinRun();
  expect(studio.compared.getState()).toEqual({ comparison: null, progress: null, at: null });
});

test('the differences are walked in the order of time, from where the playhead is', async () => {
  const studio = await open();
  studio.pinRun();
  await rerun(studio, () => studio.edit(setNodeFields('slow', { interval: 5 })));
  const count = await differences(studio);
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    studio.nextDifference();
    times.push(studio.now.getState().time);
  }
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(studio.compared.getState().at).toBe(count - 1);
  studio.nextDifference();
  expect(studio.compared.getState().at).toBe(count - 1);
  studio.seek(0);
  expect(studio.compared.getState().at).toBeNull();
  studio.nextDifference();
  expect(studio.compared.getState().at).toBe(0);
  studio.seek(10);
  studio.previousDifference();
  const { comparison, at } = studio.compared.getState();
  expect(comparison?.timeOf(at ?? -1)).toBeLessThan(10);
});

test('an event that moved is selected; of one that is gone, the time is shown', async () => {
  const studio = await open();
  studio.pinRun();
  await rerun(studio, () => studio.edit(removeNodes(['slow'])));
  await differences(studio);
  studio.goToDifference(0);
  expect([studio.view.getState().selection.nodes, studio.now.getState().time]).toEqual([[], 0]);

  await rerun(studio, () => studio.undo());
  await rerun(studio, () => studio.edit(setNodeFields('slow', { interval: 5 })));
  await differences(studio);
  studio.goToDifference(0);
  const { event, nodes } = studio.view.getState().selection;
  expect([event === null, nodes]).toEqual([false, ['slow']]);
});

test('differences of a run that has been replaced lead nowhere', async () => {
  const studio = await open();
  studio.pinRun();
  await rerun(studio, () => studio.edit(setNodeFields('slow', { interval: 5 })));
  await differences(studio);
  // Held back until the next turn: the comparison of the last run is still there.
  let isStale = false;
  const stop = studio.run.subscribe(({ trace }) => {
    const { comparison } = studio.compared.getState();
    if (comparison === null || comparison.own.trace === trace) return;
    isStale = true;
    const before = studio.view.getState().selection;
    studio.goToDifference(0);
    expect(studio.view.getState().selection).toBe(before);
  });
  await rerun(studio, () => studio.edit(setNodeFields('slow', { interval: 3 })));
  stop();
  expect(isStale).toBe(true);
});

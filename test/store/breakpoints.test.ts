import { assert, asyncProperty, constantFrom } from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';

import { addBreakpoint, enableBreakpoints, removeBreakpoints } from '#schedule/breakpointEdits.ts';
import type { Breakpoint, Schedule } from '#schedule/schema.ts';
import { createStudio } from '#store/createStudio.ts';
import type { Now, RunInfo, Studio } from '#store/studio.ts';
import { createBreakpointStops } from '#store/breakpointStops.ts';
import { newHistory } from '#store/history.ts';
import { beginningOf, createPlayheadActions, followPlayhead } from '#store/playheadActions.ts';
import { INITIAL_VIEW } from '#store/viewState.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { KIND, type EventKind } from '#trace/eventKinds.ts';
import { createTrace } from '#trace/traceTable.ts';
import { TraceWriter } from '#trace/traceWriter.ts';
import { compile } from '#program/compile.ts';
import { createStore } from 'zustand/vanilla';

import { openStudio, POLL, type OpenStudio } from '../support/openStudio.ts';
import { testHost } from '../support/testHost.ts';
import { traceHeader } from '../support/traceHeader.ts';

const FAILS: Breakpoint = { on: 'failure', node: 'poll', enabled: true };
const TICKS: Breakpoint = { on: 'event', event: 'ticked', enabled: true };
const AT_SEVEN: Breakpoint = { on: 'time', time: 7, enabled: true };

const withBreakpoints = (...breakpoints: readonly Breakpoint[]): Schedule => ({
  ...POLL,
  breakpoints: [...breakpoints],
});

async function open(document: Schedule): Promise<OpenStudio> {
  const opened = await openStudio(document);
  onTestFinished(() => opened.studio.dispose());
  return opened;
}

/** Where the playhead is: its time, the event that it is right behind, and whether it plays. */
function place(studio: Studio): string {
  const { trace, time, count } = studio.now.getState();
  const { text } = count === 0 ? { text: 'nothing' } : describeEvent(trace, count - 1);
  const happens = count > 0 && trace.timeAt(count - 1) === time ? text : `after ${text}`;
  return `${time} ${happens}${studio.view.getState().playing ? ', plays' : ''}`;
}

test('playing stops right behind the event that hits, however much a frame passes over', async () => {
  await assert(
    asyncProperty(
      constantFrom(0.1, 1, 40, 1000),
      constantFrom(4, 16, 250),
      async (speed, frame) => {
        const { studio, host } = await openStudio(withBreakpoints(FAILS, AT_SEVEN));
        studio.setSpeed(speed);
        studio.toStart();
        const stops: string[] = [];
        for (let stop = 0; stop < 3; stop += 1) {
          studio.play();
          while (studio.view.getState().playing) host.frame(frame);
          stops.push(place(studio));
        }
        studio.dispose();
        expect(stops).toEqual([
          '7 after pass ends',
          "15 check_feed() raised ValueError('empty')",
          "15 failed with ValueError('empty')",
        ]);
      },
    ),
    { numRuns: 12 },
  );
});

test('the event that stopped is selected, and what stopped is said until the playhead moves', async () => {
  const { studio, host } = await open(withBreakpoints(TICKS, FAILS));
  studio.seek(12);
  studio.play();
  host.frame(250);
  for (let frame = 0; frame < 40; frame += 1) host.frame(250);
  const { stop } = studio.stopped.getState();
  const { event, nodes } = studio.view.getState().selection;
  studio.step();
  expect([stop, event === null ? null : studio.run.getState().trace.kindAt(event), nodes]).toEqual([
    { found: 'hit', index: 0, breakpoint: TICKS, sequence: event, time: 15 },
    'ticked',
    ['poll'],
  ]);
  expect(studio.stopped.getState().stop).toBe(null);
});

test('next and previous go from hit to hit, and stay where there is none', async () => {
  const { studio } = await open(withBreakpoints(TICKS, AT_SEVEN));
  studio.toStart();
  const places: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    studio.nextBreakpoint();
    places.push(place(studio));
  }
  const ahead = studio.stopped.getState().stop;
  for (let step = 0; step < 2; step += 1) {
    studio.previousBreakpoint();
    places.push(place(studio));
  }
  studio.previousBreakpoint(1);
  places.push(place(studio));
  studio.previousBreakpoint(1);
  expect([places, ahead, studio.stopped.getState().stop]).toEqual([
    [
      '0 tick 1',
      '5 tick 2',
      '7 after pass ends',
      '10 tick 3',
      '15 tick 4',
      '15 tick 4',
      '10 tick 3',
      '7 after pass ends',
      '7 after pass ends',
    ],
    { found: 'nothing', direction: 'next', only: null, isAny: true },
    { found: 'nothing', direction: 'previous', only: 1, isAny: true },
  ]);
});

test('a breakpoint that is switched off stops nothing', async () => {
  const { studio, host } = await open(withBreakpoints(TICKS));
  studio.edit(enableBreakpoints([0], false));
  studio.toStart();
  studio.setSpeed(1000);
  studio.play();
  while (studio.view.getState().playing) host.frame(16);
  const end = studio.now.getState().time;
  studio.nextBreakpoint();
  expect([end, studio.stopped.getState().stop]).toEqual([
    15,
    { found: 'nothing', direction: 'next', only: null, isAny: false },
  ]);
});

test('playing into a run that still grows passes no breakpoint over', () => {
  const writer = new TraceWriter();
  const trace = createTrace(traceHeader({ id: 'poll' }));
  const run = createStore<RunInfo>(() => ({
    program: compile(POLL),
    trace,
    revision: 0,
    status: { state: 'running', time: 0 },
    reach: 0,
  }));
  const history = createStore(() => newHistory(withBreakpoints(TICKS)));
  const view = createStore(() => INITIAL_VIEW);
  const now = createStore<Now>(() => beginningOf(trace));
  const { frames, frame } = testHost();
  const stops = createBreakpointStops(history, run, view, now);
  const playhead = createPlayheadActions(run, view, now, frames, stops.passing);
  followPlayhead(run, view, now);
  const grow = (time: number, ...kinds: readonly EventKind[]): void => {
    for (const kind of kinds) writer.write(time, KIND[kind], 0, 1, -1, -1, writer.number(1));
    for (const batch of writer.takeBatches()) trace.append(batch);
    run.setState({ revision: run.getState().revision + 1, status: { state: 'running', time } });
  };
  const places: unknown[] = [];
  const playOn = (): void => {
    if (!view.getState().playing) playhead.play();
    frame(250);
    const { time, count } = now.getState();
    places.push([time, count, view.getState().playing]);
  };
  playhead.setSpeed(1000);
  grow(1, 'ran');
  playOn();
  // The second half of an instant comes when the playhead is there already.
  grow(1, 'ticked', 'looped');
  playOn();
  playOn();
  grow(4, 'ran', 'ticked', 'looped');
  playOn();
  playOn();
  expect(places).toEqual([
    [1, 1, true],
    [1, 2, false],
    [1, 3, true],
    [4, 5, false],
    [4, 6, true],
  ]);
});

test('editing breakpoints simulates nothing again, and can be undone', async () => {
  const { studio } = await open(withBreakpoints());
  const { trace } = studio.run.getState();
  const counts: unknown[] = [];
  const count = (): void => {
    counts.push([studio.hits.getState().counts, studio.hits.getState().count]);
  };
  studio.edit(addBreakpoint(TICKS));
  studio.edit(addBreakpoint(FAILS));
  count();
  studio.edit(removeBreakpoints([0]));
  count();
  studio.undo();
  studio.undo();
  count();
  studio.undo();
  count();
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  expect([counts, studio.run.getState().trace === trace]).toEqual([
    [
      [[4, 2], 6],
      [[2], 2],
      [[4], 4],
      [[], 0],
    ],
    true,
  ]);
});

test('a reload brings breakpoints back', async () => {
  const { studio, host } = await open(withBreakpoints(FAILS));
  studio.edit(addBreakpoint(AT_SEVEN));
  studio.dispose();
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  const again = await createStudio(testHost({ storage: host.storage }));
  onTestFinished(() => again.dispose());
  expect(again.history.getState().schedule.breakpoints).toEqual([FAILS, AT_SEVEN]);
});

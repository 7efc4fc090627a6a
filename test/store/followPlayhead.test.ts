import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';

import { compile } from '#program/compile.ts';
import { beginningOf, followPlayhead } from '#store/playheadActions.ts';
import { playheadAfter } from '#store/playhead.ts';
import type { Now, RunInfo } from '#store/studio.ts';
import { INITIAL_VIEW, type ViewState } from '#store/viewState.ts';
import { EMPTY_HEADER } from '#trace/traceHeader.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';

import { run as runOf } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const LOOP = schedule({
  horizon: 8000,
  functions: { f: [] },
  nodes: [{ id: 'loop', kind: 'loopingCall', interval: 1, call: 'f' }],
});

test('a long trace is made ready for seeks in parts, in turns of their own', () => {
  const whole = runOf(LOOP).trace;
  let reads = 0;
  const trace: Trace = {
    ...whole,
    length: whole.length,
    // A function that is left reads it once: so often is it read in a fold of all.
    causeAt(sequence) {
      reads += 1;
      return whole.causeAt(sequence);
    },
  };
  const turns: (() => void)[] = [];
  let cancelled = 0;
  const empty = createTrace(EMPTY_HEADER);
  const program = compile(LOOP);
  const status = { state: 'running', time: 0 } as const;
  const run = createStore<RunInfo>(() => ({
    program,
    trace: empty,
    revision: 0,
    reach: 0,
    status,
  }));
  const view = createStore<ViewState>(() => INITIAL_VIEW);
  const now = createStore<Now>(() => beginningOf(empty));
  const stop = followPlayhead(run, view, now, (_, f) => {
    turns.push(f);
    return () => {
      cancelled += 1;
    };
  });
  const readIn = (act: () => void): number => {
    const before = reads;
    act();
    return reads - before;
  };

  const parts = [readIn(() => run.setState({ trace, revision: 1 }))];
  // News of the run, and moves of the playhead, begin no second course of turns.
  view.setState({ speed: 2 });
  for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) parts.push(readIn(turn));
  expect([parts.length > 3, parts.every((part) => part < 4000)]).toEqual([true, true]);
  // Once for all, and again for the first tick, which the playhead shows.
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(8002);

  // Then a seek to near the end reads no more than what is behind a keyframe.
  const seek = readIn(() => view.setState({ playhead: playheadAfter(trace, trace.length - 10) }));
  expect([now.getState().count, now.getState().state.count, seek < 500]).toEqual([
    trace.length - 10,
    trace.length - 10,
    true,
  ]);

  run.setState({ trace: empty, revision: 2 });
  run.setState({ trace, revision: 3 });
  stop();
  expect([turns.length, cancelled]).toEqual([1, 1]);
});

import type { StoreApi } from 'zustand/vanilla';

import type { Milliseconds, Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import { indexOf } from '#trace/traceIndex.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import { isPaused, type RunEnd, type RunStatus } from '#trace/runEnd.ts';
import { createSimulatorClient } from '#worker/client.ts';
import { t } from '#words/words.ts';

import { knownUntil } from './knownUntil.ts';
import { canReachFurther, reachFor } from './reach.ts';
import type { RunInfo } from './studio.ts';
import type { StudioHost } from './studioHost.ts';
import type { ViewState } from './viewState.ts';

/** A run that was done elsewhere: out of a file. */
export interface DoneRun {
  readonly program: Program;
  readonly trace: Trace;
  readonly end: RunEnd;
}

/** Keeps the run in a store in step with a program, and with what the user looks at. */
export interface SimulationRuns {
  /** Simulates a program, unless it is the one that the run is of; then at most goes on. */
  follow(program: Program): void;
  /** Shows a run that was done elsewhere. It is not simulated, unless it is to go on. */
  adopt(done: DoneRun): void;
  /** Stops the simulation where it is. */
  halt(): void;
  /** Lets a run that was stopped, or has used up a budget, go on. */
  runOn(): void;
  dispose(): void;
}

/** A new run is shown when it has come to what the user looks at, or after this time. */
const SHOWN_AFTER: Milliseconds = 250;

/** How often a run that grows is shown anew: rendering is to leave most of the time to the user. */
const SHOWN_EVERY: Milliseconds = 50;
const SHOWN_PART = 1 / 4;

/**
 * Simulates by a worker and puts what comes into the store. The last run stays there until the next
 * one has come to what the user looks at, so that an edit neither blanks the screen nor throws it
 * back to time 0.
 */
export function createSimulationRuns(
  run: StoreApi<RunInfo>,
  view: StoreApi<ViewState>,
  host: StudioHost,
  notify: (text: string) => void,
): SimulationRuns {
  let { program, trace, reach } = run.getState();
  let status: RunStatus = { state: 'running', time: 0 };
  let isFirst = true;
  /** Whether what is in the store is the newest run. */
  let isShown = true;
  let stopWaiting = (): void => {};
  let isWaiting = false;
  let shownAt: Milliseconds = 0;
  let showing: Milliseconds = 0;
  /** How far the user looks, beyond the horizon, of a run that begins. */
  let looksTo = (): Seconds => 0;

  const show = (): void => {
    isShown = true;
    wait(null);
    const before = host.now();
    shownAt = before;
    run.setState({ program, trace, status, reach, revision: run.getState().revision + 1 });
    // What it changes is rendered before this comes to its turn.
    queueMicrotask(() => {
      showing = host.now() - before;
    });
  };
  /** Shows what there is after a time; null: no more than it is shown anyway. */
  function wait(delay: Milliseconds | null): void {
    stopWaiting();
    isWaiting = delay !== null;
    stopWaiting = delay === null ? () => {} : host.later(delay, show);
  }
  const showSoon = (): void => {
    if (isWaiting) return;
    const due = shownAt + Math.max(SHOWN_EVERY, showing / SHOWN_PART) - host.now();
    if (due > 0) wait(due);
    else show();
  };
  /** How far a run has to be before it takes the place of the last one. */
  const lookedAt = (): Seconds => {
    const { playhead, window } = view.getState();
    return window === null ? Infinity : Math.min(reach, Math.max(playhead.time, window.end));
  };
  const goOn = (): void => {
    status = { state: 'running', time: knownUntil({ status, trace }) };
    if (isShown) show();
  };
  const reachTo = (further: Seconds): void => {
    if (further <= reach) return;
    reach = further;
    client.extend(reach);
    goOn();
  };
  const client = createSimulatorClient(host, {
    began(header) {
      trace = createTrace(header);
      if (canReachFurther(program, status)) reachTo(looksTo());
    },
    batch(batch, time) {
      trace.append(batch);
      indexOf(trace).follow();
      status = { state: 'running', time };
      if (isShown) showSoon();
      else if (time >= lookedAt()) show();
    },
    ended(end) {
      status = { state: 'ended', end };
      show();
    },
    broken(message) {
      status = { state: 'broken', message };
      show();
    },
    restarted: () =>
      notify(t('The simulator stopped unexpectedly and was restarted. The run was done again.')),
  });
  const simulate = (next: Program): void => {
    const wasFirst = isFirst;
    const isRunOn = reach > program.horizon;
    looksTo = () => {
      const { playhead, window } = view.getState();
      return Math.max(wasFirst || isRunOn ? playhead.time : 0, isRunOn ? (window?.end ?? 0) : 0);
    };
    program = next;
    reach = next.horizon;
    status = { state: 'running', time: 0 };
    isShown = wasFirst;
    isFirst = false;
    wait(wasFirst ? null : SHOWN_AFTER);
    client.simulate(next, reach);
  };
  const stopLooking = view.subscribe((now, before) => {
    const isElsewhere =
      now.playhead !== before.playhead || now.window !== before.window || now.playing;
    if (!isElsewhere || !isShown || !canReachFurther(program, status)) return;
    reachTo(reachFor(now, Math.max(reach, knownUntil({ status, trace }))));
  });

  return {
    follow(next) {
      const before = program;
      if (isFirst || !isSame({ ...before, horizon: next.horizon }, next)) simulate(next);
      else if (next.horizon < before.horizon) simulate(next);
      else if (next.horizon > before.horizon) {
        program = next;
        reachTo(next.horizon);
        if (isShown) show();
      }
    },
    adopt(done) {
      ({ program, trace } = done);
      reach = Math.max(program.horizon, done.end.time);
      status = { state: 'ended', end: done.end };
      isFirst = false;
      client.adopt(program, done.end, trace.length);
      show();
    },
    halt: () => client.halt(),
    runOn() {
      if (status.state !== 'ended' || !isPaused(status.end)) return;
      client.goOn();
      goOn();
    },
    dispose() {
      stopLooking();
      wait(null);
      client.dispose();
    },
  };
}

/** Whether two programs run the same way: what only a picture shows is in no program. */
function isSame(a: Program, b: Program): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

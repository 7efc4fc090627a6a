import type { StoreApi } from 'zustand/vanilla';

import type { Milliseconds, Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import { createTrace } from '#trace/traceTable.ts';
import { isPaused, type RunStatus } from '#trace/runEnd.ts';
import { createSimulatorClient } from '#worker/client.ts';

import { knownUntil } from './knownUntil.ts';
import { canReachFurther, reachFor } from './reach.ts';
import type { RunInfo } from './studio.ts';
import type { StudioHost } from './studioHost.ts';
import type { ViewState } from './viewState.ts';

/** Keeps the run in a store in step with a program, and with what the user looks at. */
export interface SimulationRuns {
  /** Simulates a program, unless it is the one that the run is of; then at most goes on. */
  follow(program: Program): void;
  /** Stops the simulation where it is. */
  halt(): void;
  /** Lets a run that was stopped, or has used up a budget, go on. */
  runOn(): void;
  dispose(): void;
}

/** A new run is shown when it has come to what the user looks at, or after this time. */
const SHOWN_AFTER: Milliseconds = 250;

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
  /** How far the user looks, beyond the horizon, of a run that begins. */
  let looksTo = (): Seconds => 0;

  const show = (): void => {
    isShown = true;
    stopWaiting();
    run.setState({ program, trace, status, reach, revision: run.getState().revision + 1 });
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
      status = { state: 'running', time };
      if (isShown || time >= lookedAt()) show();
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
      notify('The simulator stopped unexpectedly and was restarted. The run was done again.'),
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
    stopWaiting();
    if (!wasFirst) stopWaiting = host.later(SHOWN_AFTER, show);
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
    halt: () => client.halt(),
    runOn() {
      if (status.state !== 'ended' || !isPaused(status.end)) return;
      client.goOn();
      goOn();
    },
    dispose() {
      stopLooking();
      stopWaiting();
      client.dispose();
    },
  };
}

/** Whether two programs run the same way: what only a picture shows is in no program. */
function isSame(a: Program, b: Program): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

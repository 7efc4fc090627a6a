import type { StoreApi } from 'zustand/vanilla';

import type { Program } from '#program/program.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import type { RunStatus } from '#trace/runEnd.ts';
import { createSimulatorClient, type ClientHost } from '#worker/client.ts';

import type { RunInfo } from './studio.ts';

/** Keeps the run in a store in step with a program. */
export interface SimulationRuns {
  /** Simulates a program, unless it is the one that the run is of; then at most goes on. */
  follow(program: Program): void;
  runOn(): void;
  dispose(): void;
}

/**
 * Simulates by a worker and puts what comes into the store. The last run stays there until the
 * first events of the next one have come, so that an edit does not blank the screen.
 */
export function createSimulationRuns(
  run: StoreApi<RunInfo>,
  host: ClientHost,
  notify: (text: string) => void,
): SimulationRuns {
  let program = run.getState().program;
  let trace: Trace = run.getState().trace;
  let isFirst = true;

  const show = (status: RunStatus): void => {
    run.setState({ program, trace, status, revision: run.getState().revision + 1 });
  };
  const client = createSimulatorClient(host, {
    began(header) {
      trace = createTrace(header);
    },
    batch(batch, time) {
      trace.append(batch);
      show({ state: 'running', time });
    },
    ended: (end) => show({ state: 'ended', end }),
    broken: (message) => show({ state: 'broken', message }),
    restarted: () =>
      notify('The simulator stopped unexpectedly and was restarted. The run was done again.'),
  });

  return {
    follow(next) {
      const before = program;
      if (!isFirst && isSame(before, next)) return;
      program = next;
      const isLonger = next.horizon > before.horizon;
      if (!isFirst && isLonger && isSame({ ...before, horizon: next.horizon }, next)) {
        client.extend(next.horizon);
        return;
      }
      isFirst = false;
      client.simulate(next);
    },
    runOn: () => client.runOn(),
    dispose: () => client.dispose(),
  };
}

/** Whether two programs run the same way: what only a picture shows is in no program. */
function isSame(a: Program, b: Program): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

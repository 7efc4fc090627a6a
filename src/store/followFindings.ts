import type { StoreApi } from 'zustand/vanilla';

import type { Milliseconds } from '#base/units.ts';
import { SEVERITIES, type Finding } from '#lint/finding.ts';
import { lintRun } from '#lint/lintRun.ts';
import { lintSchedule } from '#lint/lintSchedule.ts';
import { createRunTally } from '#lint/run/runTally.ts';
import type { Schedule } from '#schedule/schema.ts';

import { nextFindings, type Findings } from './findings.ts';
import type { History } from './history.ts';
import type { RunInfo } from './studio.ts';

/** So many events are read at one go: a few milliseconds. */
const SLICE = 100_000;

/** How often a run that grows is judged anew. */
const PAUSE: Milliseconds = 250;

/**
 * Keeps the findings in a store in step with the document and its run. The document's are there at
 * once after a short edit; those of a run come as it is read, and the last run's stay until then.
 */
export function followFindings(
  history: StoreApi<History>,
  run: StoreApi<RunInfo>,
  findings: StoreApi<Findings>,
  later: (delay: Milliseconds, f: () => void) => () => void,
): () => void {
  let tally = createRunTally(run.getState().trace);
  let linted: Schedule | null = null;
  let ofDocument: readonly Finding[] = [];
  let ofRun: readonly Finding[] = [];
  let cancel: (() => void) | null = null;

  const lintDocument = (schedule: Schedule): void => {
    if (!meansTheSame(schedule, linted)) ofDocument = lintSchedule(schedule);
    linted = schedule;
  };
  const show = (): void => {
    const found = [...ofDocument, ...ofRun];
    const worstFirst = SEVERITIES.flatMap((severity) =>
      found.filter((finding) => finding.severity === severity),
    );
    const next = nextFindings(findings.getState(), worstFirst);
    if (next !== findings.getState()) findings.setState(next, true);
  };
  const read = (): void => {
    cancel = null;
    const { trace, status } = run.getState();
    if (tally.trace !== trace) tally = createRunTally(trace);
    tally.readOn(Math.min(trace.length, tally.read + SLICE));
    if (tally.read < trace.length) {
      cancel = later(0, read);
      return;
    }
    ofRun = lintRun(history.getState().schedule, tally, status);
    show();
  };
  const readLater = (delay: Milliseconds): void => {
    cancel ??= later(delay, read);
  };

  lintDocument(history.getState().schedule);
  show();
  readLater(0);
  const stops = [
    history.subscribe((state, before) => {
      if (state.schedule === before.schedule) return;
      lintDocument(state.schedule);
      show();
    }),
    run.subscribe((state, before) => {
      if (state.revision === before.revision && state.status === before.status) return;
      const isDone = state.status.state !== 'running' && before.status.state === 'running';
      if (isDone) {
        cancel?.();
        cancel = null;
      }
      readLater(isDone ? 0 : PAUSE);
    }),
  ];
  return () => {
    cancel?.();
    for (const stop of stops) stop();
  };
}

/** Whether only what no rule looks at differs. */
function meansTheSame(a: Schedule, b: Schedule | null): boolean {
  return (
    b !== null &&
    a.nodes === b.nodes &&
    a.functions === b.functions &&
    a.horizon === b.horizon &&
    a.clock === b.clock &&
    a.advances === b.advances &&
    a.breakpoints === b.breakpoints
  );
}

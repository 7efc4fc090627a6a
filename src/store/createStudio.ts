import { createStore } from 'zustand/vanilla';

import { compile } from '#program/compile.ts';
import { replaceSchedule } from '#schedule/documentEdits.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { renameNode } from '#schedule/nodeEdits.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { beginHits, type BreakpointHits } from '#trace/breakpointHits.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { EMPTY_HEADER, REACTOR } from '#trace/traceHeader.ts';
import { createTrace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import { createAutosave } from './autosave.ts';
import { createBreakpointStops } from './breakpointStops.ts';
import { browserHost } from './browserHost.ts';
import { NO_FINDINGS, type Findings } from './findings.ts';
import { followFindings } from './followFindings.ts';
import { followHits } from './followHits.ts';
import { edited, jumped, newHistory, type History } from './history.ts';
import { beginningOf, createPlayheadActions, followPlayhead } from './playheadActions.ts';
import { NO_HISTORY } from './savedHistory.ts';
import { loadStudio, type SavedStudio } from './savedStudio.ts';
import { comparedRun, type PinnedRun } from './pinnedRun.ts';
import { createRunComparisons } from './runComparisons.ts';
import { createSimulationRuns, type DoneRun } from './simulationRuns.ts';
import type { Notice, Now, RunInfo, SaveState, StepPlace, Studio } from './studio.ts';
import type { StudioHost } from './studioHost.ts';
import { INITIAL_VIEW, type ViewState } from './viewState.ts';
import { createWindowActions } from './windowActions.ts';

/** How a studio begins, where not as usual. */
export interface Beginning {
  /** Opened where nothing was saved, in the place of the first example. */
  readonly schedule?: Schedule;
  /** No edit is taken. */
  readonly isReadOnly?: boolean;
  /** Said at once. */
  readonly told?: string;
}

/** A studio with what was saved, or with the first example where nothing was. */
export async function createStudio(
  host: StudioHost = browserHost(),
  { schedule = EXAMPLES[0].load(), isReadOnly = false, told }: Beginning = {},
): Promise<Studio> {
  const first = { schedule, history: NO_HISTORY, view: INITIAL_VIEW };
  const assemble = (saved: SavedStudio, why: string | null): Studio =>
    assembled(host, saved, why, isReadOnly);
  try {
    const loaded = await loadStudio(host.storage);
    if (loaded.found === 'studio') return assemble(loaded.studio, null);
    const why =
      loaded.found === 'broken'
        ? t(
            'The saved schedule could not be read ({{why}}). It was put aside, and an example was opened.',
            { why: loaded.why },
          )
        : (told ?? null);
    return assemble(first, why);
  } catch (thrown) {
    const why = t("The browser's storage cannot be used, so nothing is saved: {{thrown}}", {
      thrown: String(thrown),
    });
    return assemble(first, why);
  }
}

function assembled(
  host: StudioHost,
  saved: SavedStudio,
  why: string | null,
  isReadOnly: boolean,
): Studio {
  const found: History = { schedule: saved.schedule, ...saved.history };
  const history = createStore<History>(() => found);
  const view = createStore<ViewState>(() => saved.view);
  const trace = createTrace(EMPTY_HEADER);
  const run = createStore<RunInfo>(() => ({
    program: compile(saved.schedule),
    trace,
    revision: 0,
    status: { state: 'running', time: 0 },
    reach: saved.schedule.horizon,
  }));
  const now = createStore<Now>(() => beginningOf(trace));
  const hits = createStore<BreakpointHits>(() => beginHits(trace, saved.schedule.breakpoints));
  const findings = createStore<Findings>(() => NO_FINDINGS);
  const save = createStore<{ readonly state: SaveState }>(() => ({ state: 'saved' }));
  const notice = createStore<{ readonly notice: Notice | null }>(() => ({ notice: null }));
  const pinned = createStore<{ readonly run: PinnedRun | null }>(() => ({ run: null }));
  const revealed = createStore<{ readonly step: StepPlace | null }>(() => ({ step: null }));
  const zooms = createStore<{ readonly asked: number }>(() => ({ asked: 0 }));
  const notify = (text: string): void => {
    notice.setState({ notice: { id: (notice.getState().notice?.id ?? 0) + 1, text } });
  };

  const runs = createSimulationRuns(run, view, host, notify);
  const breakpoints = createBreakpointStops(history, run, view, now);
  const playhead = createPlayheadActions(run, view, now, host.frames, (until) =>
    breakpoints.passing(until),
  );
  const edit = (change: ScheduleEdit): readonly Problem[] => {
    if (isReadOnly)
      return [{ path: [], message: t('is only shown here: open it in Reactor Studio') }];
    const result = edited(history.getState(), change, host.now());
    if (!result.ok) return result.problems;
    history.setState(result.history, true);
    if (change.told !== undefined) notify(change.told);
    return [];
  };
  /** The run of the schedule that is being opened, where that is known. */
  let opened: DoneRun | null = null;
  const followDocument = (schedule: Schedule): void => {
    if (opened === null) runs.follow(compile(schedule));
    else runs.adopt(opened);
  };
  const adopt = (theirs: SavedStudio): void => {
    const { schedule } = theirs;
    if (JSON.stringify(schedule) === JSON.stringify(history.getState().schedule)) return;
    // Where nothing was edited here, the other tab's steps are what there is to take back.
    if (history.getState() === found) history.setState({ schedule, ...theirs.history }, true);
    else edit(replaceSchedule(schedule, t('take over what was saved')));
  };
  const jump = (steps: number): void => {
    const before = history.getState();
    try {
      history.setState(jumped(before, steps), true);
    } catch {
      history.setState(newHistory(before.schedule), true);
      notify(t('The saved history was damaged, so it was dropped. The schedule is as it was.'));
    }
  };
  const select: Studio['select'] = (selection) => {
    view.setState({ selection: { ...view.getState().selection, ...selection } });
  };
  const comparisons = createRunComparisons(pinned, run, now, host, {
    ...playhead,
    select,
  });
  const autosave = createAutosave(host, history, view, save, adopt);
  const stops = [
    followPlayhead(run, view, now, (delay, f) => host.later(delay, f)),
    followHits(history, run, hits, (delay, f) => host.later(delay, f)),
    followFindings(history, run, findings, (delay, f) => host.later(delay, f)),
    history.subscribe((state, before) => {
      if (state.schedule === before.schedule) return;
      dropLostSelection(view, state.schedule);
      followDocument(state.schedule);
    }),
    run.subscribe((state, before) => {
      // Sequence numbers mean nothing in another trace; the first one is what was saved.
      const isReplaced = state.trace !== before.trace && before.trace !== trace;
      if (isReplaced && view.getState().selection.event !== null) {
        select({ event: null });
      }
    }),
    host.onHidden(() => playhead.pause()),
  ];
  runs.follow(run.getState().program);
  if (why !== null) notify(why);

  return {
    history,
    run,
    view,
    now,
    save,
    hits,
    findings,
    stopped: breakpoints.stopped,
    pinned,
    compared: comparisons.compared,
    goToDifference: comparisons.goToDifference,
    nextDifference: () => comparisons.go('next'),
    previousDifference: () => comparisons.go('previous'),
    notice,
    revealed,
    zooms,
    ...playhead,
    ...createWindowActions(view),
    nextBreakpoint(only) {
      playhead.pause();
      breakpoints.go('next', only);
    },
    previousBreakpoint(only) {
      playhead.pause();
      breakpoints.go('previous', only);
    },
    edit,
    openRun(change, done) {
      opened = done;
      const problems = edit(change);
      opened = null;
      return problems;
    },
    renameNode(id, to) {
      const problems = edit(renameNode(id, to));
      const { nodes } = view.getState().selection;
      if (
        problems.length === 0 &&
        history.getState().schedule.nodes.some((node) => node.id === to)
      ) {
        select({ nodes: [...nodes.filter((node) => node !== id), to] });
      }
      return problems;
    },
    undo: () => jump(history.getState().past.length - 1),
    redo: () => jump(history.getState().past.length + 1),
    jump,
    select,
    goToEvent(sequence) {
      const current = run.getState().trace;
      if (!Number.isInteger(sequence) || sequence < 0 || sequence >= current.length) return;
      const node = current.nodeAt(sequence);
      playhead.pause();
      select({
        event: sequence,
        nodes: node === REACTOR ? [] : [nodeName(current, node)],
        edges: [],
      });
      playhead.seekEvent(sequence + 1);
    },
    revealStep(step) {
      if (step !== null) select({ nodes: [step.node], edges: [], event: null });
      revealed.setState({ step });
    },
    setRange: (range) => view.setState({ range }),
    zoomToSelection: () => zooms.setState(({ asked }) => ({ asked: asked + 1 })),
    setFoldsIdle: (foldsIdle) => view.setState({ foldsIdle }),
    setShowsTable: (showsTable) => view.setState({ showsTable }),
    pinRun() {
      const info = run.getState();
      const { name } = history.getState().schedule;
      pinned.setState({ run: { ...comparedRun(info), name } });
    },
    unpinRun: () => pinned.setState({ run: null }),
    setTheme: (theme) => view.setState({ theme }),
    halt: () => runs.halt(),
    runOn: () => runs.runOn(),
    takeOver: () => autosave.takeOver(),
    dispose() {
      playhead.pause();
      comparisons.dispose();
      breakpoints.dispose();
      autosave.dispose();
      runs.dispose();
      for (const stop of stops) stop();
    },
  };
}

/** What is no longer in the document is no longer selected. */
function dropLostSelection(
  view: { getState(): ViewState; setState(part: Partial<ViewState>): void },
  schedule: Schedule,
): void {
  const { selection } = view.getState();
  const ids = new Set(schedule.nodes.map((node) => node.id));
  const nodes = selection.nodes.filter((id) => ids.has(id));
  if (nodes.length !== selection.nodes.length) {
    view.setState({ selection: { ...selection, nodes } });
  }
}

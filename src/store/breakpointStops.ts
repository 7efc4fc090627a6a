import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';

import type { Seconds } from '#base/units.ts';
import type { Breakpoint } from '#schedule/schema.ts';
import type { BreakpointHit, Instant } from '#trace/breakpointMoments.ts';
import { createBreakpointScanner, type BreakpointScanner } from '#trace/breakpoints.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { REACTOR } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

import type { History } from './history.ts';
import { playheadAfter } from './playhead.ts';
import { knownUntil } from './knownUntil.ts';
import type { BreakpointStop, Now, RunInfo } from './studio.ts';
import { NO_SELECTION, type ViewState } from './viewState.ts';

/** Stops the playhead at breakpoints. */
export interface BreakpointStops {
  /** What a breakpoint has stopped at, as long as the playhead stands there. */
  readonly stopped: StoreApi<{ readonly stop: BreakpointStop | null }>;
  /**
   * Playing is about to move the playhead to a time. Where it passes a breakpoint, the playhead is
   * put there and playing ends: true. It may be called while the run still grows: what comes later
   * at the time that was reached is not passed over.
   */
  passing(until: Seconds): boolean;
  /** Puts the playhead to the nearest hit behind or before it, or says that there is none. */
  go(direction: 'next' | 'previous', only: number | undefined): void;
  dispose(): void;
}

/** Makes what stops at the breakpoints of the document in the present run. */
export function createBreakpointStops(
  history: StoreApi<History>,
  run: StoreApi<RunInfo>,
  view: StoreApi<ViewState>,
  now: StoreApi<Now>,
): BreakpointStops {
  const stopped = createStore<{ readonly stop: BreakpointStop | null }>(() => ({ stop: null }));
  const scannerOf = cachedScanner();
  /** Up to where playing has looked; events that come later at this time are still ahead. */
  let reached: (Instant & { readonly trace: Trace }) | null = null;

  const breakpoints = (): readonly Breakpoint[] => history.getState().schedule.breakpoints;
  const stopAt = (hit: BreakpointHit): void => {
    const { trace } = run.getState();
    const { rule, sequence, time } = hit;
    const breakpoint = breakpoints()[rule];
    if (breakpoint === undefined) return;
    const { selection } = view.getState();
    view.setState({
      playing: false,
      playhead: sequence === null ? { time, within: 0 } : playheadAfter(trace, sequence + 1),
      selection: sequence === null ? { ...selection, event: null } : selectionOf(trace, sequence),
    });
    stopped.setState({ stop: { found: 'hit', index: rule, breakpoint, sequence, time } });
  };

  const forget = (): void => {
    if (stopped.getState().stop !== null) stopped.setState({ stop: null });
  };
  const stops = [
    now.subscribe(forget),
    history.subscribe((state, before) => {
      if (state.schedule.breakpoints !== before.schedule.breakpoints) forget();
    }),
  ];

  return {
    stopped,
    passing(until) {
      const { trace, time, count } = now.getState();
      const isWhereItWas = reached?.trace === trace && reached.time === time;
      const from = { time, count: isWhereItWas ? Math.min(reached?.count ?? count, count) : count };
      const hit = scannerOf(trace, breakpoints()).next(from, until);
      reached = hit === null ? { trace, time: until, count: trace.countUntil(until, true) } : null;
      if (hit === null) return false;
      stopAt(hit);
      return true;
    },
    go(direction, only) {
      const info = run.getState();
      const rules = breakpoints();
      const scanner =
        only === undefined
          ? scannerOf(info.trace, rules)
          : createBreakpointScanner(info.trace, alone(rules, only));
      const from = now.getState();
      const hit =
        direction === 'next' ? scanner.next(from, knownUntil(info)) : scanner.previous(from);
      if (hit !== null) stopAt(hit);
      else {
        const isAny = rules.some(({ enabled }) => enabled);
        stopped.setState({ stop: { found: 'nothing', direction, only: only ?? null, isAny } });
      }
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

function selectionOf(trace: Trace, sequence: number): ViewState['selection'] {
  const node = trace.nodeAt(sequence);
  const nodes = node === REACTOR ? [] : [nodeName(trace, node)];
  return { ...NO_SELECTION, event: sequence, nodes };
}

/** One breakpoint switched on, and no other; each keeps its place. */
function alone(breakpoints: readonly Breakpoint[], only: number): readonly Breakpoint[] {
  return breakpoints.map((breakpoint, index) => ({ ...breakpoint, enabled: index === only }));
}

/** Gives the same scanner as long as trace and breakpoints are the same: it learns as it scans. */
function cachedScanner(): (trace: Trace, rules: readonly Breakpoint[]) => BreakpointScanner {
  let last: {
    readonly trace: Trace;
    readonly rules: readonly Breakpoint[];
    readonly scanner: BreakpointScanner;
  } | null = null;
  return (trace, rules) => {
    if (last?.trace === trace && last.rules === rules) return last.scanner;
    const scanner = createBreakpointScanner(trace, rules);
    last = { trace, rules, scanner };
    return scanner;
  };
}

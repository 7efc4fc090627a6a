import { createStore, type StoreApi } from 'zustand/vanilla';

import { partitionPoint } from '#base/binarySearch.ts';
import type { Milliseconds } from '#base/units.ts';
import { RunComparison } from '#trace/runComparison.ts';
import { REACTOR } from '#trace/traceHeader.ts';

import { comparedRun, type PinnedRun } from './pinnedRun.ts';
import type { Now, RunInfo, Studio } from './studio.ts';
import type { StudioHost } from './studioHost.ts';

/** The comparison of the present run with the one that was pinned. */
export interface ComparedRuns {
  /** The last one that is whole; null: nothing is pinned, or none is whole yet. */
  readonly comparison: RunComparison | null;
  /** How much is read of one that is about to take its place, from 0 to 1; null: none is. */
  readonly progress: number | null;
  /** The difference that was gone to last, as long as the playhead stands there. */
  readonly at: number | null;
}

/** What is known of two runs, and how to go from difference to difference. */
export interface RunComparisons extends Pick<Studio, 'compared' | 'goToDifference'> {
  /** To the next or the previous one from the playhead on. */
  go(direction: 'next' | 'previous'): void;
  dispose(): void;
}

/** How long is read at one go, and how many events before a look at the clock. */
const TURN: Milliseconds = 8;
const SLICE = 2000;

const NOTHING: ComparedRuns = { comparison: null, progress: null, at: null };

/** Compares the present run with the pinned one, whenever it is simulated as far as it will be. */
export function createRunComparisons(
  pinned: StoreApi<{ readonly run: PinnedRun | null }>,
  run: StoreApi<RunInfo>,
  now: StoreApi<Now>,
  host: Pick<StudioHost, 'later' | 'now'>,
  actions: Pick<Studio, 'select' | 'seek' | 'seekEvent' | 'pause'>,
): RunComparisons {
  const compared = createStore<ComparedRuns>(() => NOTHING);
  let next: RunComparison | null = null;
  let cancel: (() => void) | null = null;

  const readOn = (): void => {
    cancel = null;
    if (next === null) return;
    const until = host.now() + TURN;
    do next.advance(SLICE);
    while (!next.isDone && host.now() < until);
    if (next.isDone) {
      compared.setState({ comparison: next, progress: null, at: null });
      next = null;
      return;
    }
    compared.setState({ progress: next.progress });
    cancel = host.later(0, readOn);
  };
  const update = (): void => {
    cancel?.();
    cancel = null;
    next = null;
    const { run: kept } = pinned.getState();
    const info = run.getState();
    if (kept === null) {
      compared.setState(NOTHING);
      return;
    }
    // While events come there is nothing yet to say of those that are gone.
    if (info.status.state !== 'ended') return;
    next = new RunComparison(kept, comparedRun(info));
    compared.setState({ progress: 0 });
    cancel = host.later(0, readOn);
  };
  const goToDifference = (index: number): void => {
    const { comparison } = compared.getState();
    // Sequence numbers of another trace mean nothing.
    if (comparison?.own.trace !== run.getState().trace) return;
    if (index < 0 || index >= comparison.count) return;
    const difference = comparison.at(index);
    actions.pause();
    if (difference.is === 'gone') {
      const { trace } = comparison.pinned;
      const id = trace.header.nodes[trace.nodeAt(difference.pinned)]?.id;
      const isStillThere = run.getState().trace.header.nodes.some((node) => node.id === id);
      const nodes = id !== undefined && isStillThere ? [id] : [];
      actions.select({ event: null, nodes, edges: [] });
      actions.seek(comparison.timeOf(index));
    } else {
      const { trace } = comparison.own;
      const node = trace.nodeAt(difference.own);
      const id = node === REACTOR ? undefined : trace.header.nodes[node]?.id;
      actions.select({ event: difference.own, nodes: id === undefined ? [] : [id], edges: [] });
      actions.seekEvent(difference.own + 1);
    }
    compared.setState({ at: index });
  };
  const stops = [
    pinned.subscribe(update),
    run.subscribe((info, before) => {
      const isOther = info.trace !== before.trace || info.status !== before.status;
      if (isOther) update();
    }),
    now.subscribe(() => {
      if (compared.getState().at !== null) compared.setState({ at: null });
    }),
  ];

  return {
    compared,
    goToDifference,
    go(direction) {
      const { comparison, at } = compared.getState();
      if (comparison === null) return;
      const { time } = now.getState();
      const step = direction === 'next' ? 1 : -1;
      const after = partitionPoint(0, comparison.count, (index) => comparison.timeOf(index) > time);
      const before =
        partitionPoint(0, comparison.count, (index) => comparison.timeOf(index) >= time) - 1;
      goToDifference(at === null ? (direction === 'next' ? after : before) : at + step);
    },
    dispose() {
      cancel?.();
      for (const stop of stops) stop();
    },
  };
}

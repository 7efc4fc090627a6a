import type { StoreApi } from 'zustand/vanilla';

import type { Milliseconds } from '#base/units.ts';
import { beginHits, readHits, type BreakpointHits } from '#trace/breakpointHits.ts';

import type { History } from './history.ts';
import type { RunInfo } from './studio.ts';

/** So many events are read at one go: a few milliseconds. */
const SLICE = 200_000;

/** Keeps the hits in a store in step with the document's breakpoints and the present run. */
export function followHits(
  history: StoreApi<History>,
  run: StoreApi<RunInfo>,
  hits: StoreApi<BreakpointHits>,
  later: (delay: Milliseconds, f: () => void) => () => void,
): () => void {
  let cancel: (() => void) | null = null;
  const update = (): void => {
    cancel?.();
    cancel = null;
    const { trace } = run.getState();
    const { breakpoints } = history.getState().schedule;
    const known = hits.getState();
    const begun =
      known.trace === trace && known.rules === breakpoints ? known : beginHits(trace, breakpoints);
    const read = readHits(begun, Math.min(trace.length, begun.read + SLICE));
    if (read !== known) hits.setState(read, true);
    if (read.read < trace.length) cancel = later(0, update);
  };
  update();
  const stops = [
    run.subscribe((state, before) => {
      if (state.revision !== before.revision || state.trace !== before.trace) update();
    }),
    history.subscribe((state, before) => {
      if (state.schedule.breakpoints !== before.schedule.breakpoints) update();
    }),
  ];
  return () => {
    cancel?.();
    for (const stop of stops) stop();
  };
}

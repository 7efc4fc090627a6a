import type { Command } from '#commands/commandBoard.ts';
import { useCommandBoard, useProvideCommands } from '#commands/useCommands.ts';
import { useNow, useRun, useStudio, useView, useWindowWays } from '#store/useStudio.ts';
import { NO_CAUSE } from '#trace/traceHeader.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import { positionWords } from './transport/positionWords.ts';

/** Provides the commands that move the playhead, and what is looked at with it. */
export function usePlayheadCommands(): void {
  const studio = useStudio();
  const { announce } = useCommandBoard();
  const ways = useWindowWays();
  const playing = useView((view) => view.playing);
  const isAnySelected = useView(
    ({ selection, range }) =>
      range !== null || selection.event !== null || selection.nodes.length > 0,
  );
  const isEventSelected = useView(({ selection }) => selection.event !== null);
  const { trace, status } = useRun();
  const { length } = trace;
  const endTime = status.state === 'ended' ? status.end.time : 0;
  const canGoBack = useNow((now) => now.count > 0);
  const canGoOn = useNow((now) => now.count < length || now.time < endTime);

  const stepping = (go: () => void, enabled: boolean, exact = false): Command => ({
    enabled,
    run: () => {
      go();
      const { count, time } = studio.now.getState();
      announce(positionWords(studio.run.getState().trace, count, time, exact));
    },
  });

  /** To another event from the selected one; `none` says that there is none. */
  const walking = (
    find: (trace: Trace, event: number) => number | null,
    none: string,
  ): Command => ({
    enabled: isEventSelected,
    run: () => {
      const { trace: current } = studio.run.getState();
      const { event } = studio.view.getState().selection;
      const found = event === null || event >= current.length ? null : find(current, event);
      if (found === null) {
        announce(none);
        return;
      }
      studio.goToEvent(found);
      announce(positionWords(current, found + 1, current.timeAt(found), true));
    },
  });

  useProvideCommands({
    playPause: {
      label: playing ? t('Pause') : t('Play'),
      enabled: true,
      run: () => {
        if (playing) studio.pause();
        else studio.play();
      },
    },
    step: stepping(() => studio.step(), canGoOn, true),
    stepBack: stepping(() => studio.stepBack(), canGoBack, true),
    nextInstant: stepping(() => studio.nextInstant(), canGoOn),
    nextBreakpoint: {
      enabled: true,
      run: () => {
        studio.nextBreakpoint();
      },
    },
    previousBreakpoint: {
      enabled: true,
      run: () => {
        studio.previousBreakpoint();
      },
    },
    start: stepping(() => studio.toStart(), canGoBack),
    end: stepping(() => studio.toEnd(), canGoOn),
    zoomSelection: {
      enabled: isAnySelected,
      run: () => {
        studio.zoomToSelection();
      },
    },
    toCause: walking((trace, event) => knownCause(trace, event), t('Nothing caused it')),
    toEffect: walking(
      (trace, event) => indexOf(trace).effectsOf(event, 1)[0] ?? null,
      t('It caused nothing'),
    ),
    nextSibling: walking(
      (trace, event) => indexOf(trace).siblingOf(event, 1),
      t('Its cause has no later effect'),
    ),
    previousSibling: walking(
      (trace, event) => indexOf(trace).siblingOf(event, -1),
      t('Its cause has no earlier effect'),
    ),
    lastWindow: {
      enabled: ways.back,
      run: () => {
        studio.lastWindow();
      },
    },
    nextWindow: {
      enabled: ways.forward,
      run: () => {
        studio.nextWindow();
      },
    },
  });
}

function knownCause(trace: Trace, event: number): number | null {
  const cause = trace.causeAt(event);
  return cause === NO_CAUSE ? null : cause;
}

import { useEffect, useEffectEvent, useState } from 'react';

import { EXAMPLES } from '#schedule/examples.ts';
import type { Studio } from '#store/studio.ts';
import { useStudio } from '#store/useStudio.ts';
import { pageStorage } from '#ui/pageStorage.ts';

import { TOUR_STEPS, type TourMoves, type TourStep } from './tourSteps.ts';

/** The tour as it stands. */
export interface Tour {
  /** The step that is to be done; null: no tour is taken. */
  readonly step: TourStep | null;
  /** Its number, from 1. */
  readonly number: number;
  readonly begin: () => void;
  readonly next: () => void;
  readonly leave: () => void;
}

const KEY = 'reactor-studio/tour';
const NO_MOVES: TourMoves = { hasPlayed: false, hasGoneBack: false, hasEdited: false };

/**
 * A tour for somebody who is here for the first time. It goes on by itself as soon as a step was
 * done, and never comes back unasked: not to who has taken or left it, nor to who comes by a link.
 */
export function useTour(): Tour {
  const studio = useStudio();
  const [at, setAt] = useState<number | null>(() => (isFirstVisit(studio) ? 0 : null));

  const goTo = (next: number | null): void => {
    pageStorage.setItem(KEY, 'taken');
    setAt(next !== null && next < TOUR_STEPS.length ? next : null);
  };
  const isTaken = at !== null;
  const moved = useEffectEvent((moves: TourMoves) => {
    if (at !== null && TOUR_STEPS[at]?.isDone?.(moves) === true) goTo(at + 1);
  });
  useEffect(() => {
    if (!isTaken) return undefined;
    const stops = [
      studio.view.subscribe(({ playing }, before) => {
        if (playing && !before.playing) moved({ ...NO_MOVES, hasPlayed: true });
      }),
      studio.now.subscribe(({ count, trace }, before) => {
        const hasGoneBack = count < before.count && trace === before.trace;
        if (hasGoneBack && !studio.view.getState().playing) moved({ ...NO_MOVES, hasGoneBack });
      }),
      studio.history.subscribe(({ past }, before) => {
        if (past.at(-1) !== before.past.at(-1)) moved({ ...NO_MOVES, hasEdited: true });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [studio, isTaken]);

  return {
    step: at === null ? null : (TOUR_STEPS[at] ?? null),
    number: (at ?? 0) + 1,
    begin: () => {
      goTo(0);
    },
    next: () => {
      goTo((at ?? 0) + 1);
    },
    leave: () => {
      goTo(null);
    },
  };
}

function isFirstVisit(studio: Studio): boolean {
  const { schedule, past, future } = studio.history.getState();
  const isUntouched = past.length + future.length === 0 && schedule.name === EXAMPLES[0].name;
  return isUntouched && pageStorage.getItem(KEY) === null && window.location.hash === '';
}

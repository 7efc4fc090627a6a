import { useEffect, useEffectEvent, useState } from 'react';

import { slidesOf, type Slide } from '#schedule/slides.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';
import { NO_SELECTION } from '#store/viewState.ts';

/** The slides of the notes, one of which is shown. */
export interface Slides {
  readonly all: readonly Slide[];
  /** The one that is shown; null where there is none. */
  readonly slide: Slide | null;
  /** Its place, from 0. */
  readonly index: number;
  /** Names in its first line that no node has. */
  readonly unknown: readonly string[];
  /** Shows another one: the playhead and the selection are what it says. */
  readonly show: (index: number) => void;
}

/** The slides of the schedule that is open; the first one is shown at once. */
export function useSlides(): Slides {
  const studio = useStudio();
  const { notes, nodes } = useSchedule();
  const all = slidesOf(notes);
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, Math.max(0, all.length - 1));
  const slide = all[index] ?? null;
  const ids = new Set(nodes.map(({ id }) => id));
  const enter = (shown: Slide): void => {
    if (shown.time !== null) {
      studio.pause();
      studio.seek(shown.time);
    }
    if (shown.nodes !== null) {
      studio.select({ ...NO_SELECTION, nodes: shown.nodes.filter((id) => ids.has(id)) });
    }
  };
  const begin = useEffectEvent(() => {
    if (slide !== null) enter(slide);
  });
  useEffect(() => begin(), []);
  return {
    all,
    slide,
    index,
    unknown: slide?.nodes?.filter((id) => !ids.has(id)) ?? [],
    show: (next) => {
      const shown = all[next];
      if (shown === undefined) return;
      setWanted(next);
      enter(shown);
    },
  };
}

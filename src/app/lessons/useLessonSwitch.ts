import { useEffect, useState } from 'react';

import type { PanelSwitch } from '#app/layout/usePanelSwitches.ts';

/** Which lesson is taken, and whether their column is there at all. */
export interface LessonSwitch extends PanelSwitch {
  /** The id of the lesson; null: the list. */
  readonly id: string | null;
  readonly choose: (id: string | null) => void;
  /** Whether the run must not be seen: a question is asked about it. */
  readonly hidesRun: boolean;
  readonly setHidesRun: (hides: boolean) => void;
}

const PREFIX = '#lesson=';

/** The lessons: a lesson is a link, so the address says which one is taken. */
export function useLessonSwitch(): LessonSwitch {
  const [id, setId] = useState(lessonOfAddress);
  const [shown, setShown] = useState(id !== null);
  const [hidesRun, setHidesRun] = useState(false);

  useEffect(() => {
    const follow = (): void => {
      const lesson = lessonOfAddress();
      setId(lesson);
      if (lesson !== null) setShown(true);
    };
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
    };
  }, []);
  const choose = (lesson: string | null): void => {
    setId(lesson);
    const { pathname, search } = window.location;
    const hash = lesson === null ? '' : `${PREFIX}${encodeURIComponent(lesson)}`;
    window.history.replaceState(null, '', `${pathname}${search}${hash}`);
  };
  return {
    usable: true,
    shown,
    id,
    choose,
    hidesRun: shown && hidesRun,
    setHidesRun,
    toggle: () => {
      setShown(!shown);
      if (shown) choose(null);
    },
  };
}

function lessonOfAddress(): string | null {
  const { hash } = window.location;
  return hash.startsWith(PREFIX) ? decodeURIComponent(hash.slice(PREFIX.length)) : null;
}

import { lazy, Suspense, type ReactNode } from 'react';

import { useOpenSchedule } from '#app/useOpenSchedule.ts';
import { replaceSchedule } from '#schedule/documentEdits.ts';

import type { LessonSwitch } from './useLessonSwitch.ts';

const LessonPanel = lazy(async () => ({
  default: (await import('#lessons/LessonPanel.tsx')).LessonPanel,
}));

/** The lessons, loaded when they are first wanted. */
export function LazyLessons({ lessons }: { readonly lessons: LessonSwitch }): ReactNode {
  const open = useOpenSchedule();
  return (
    <Suspense fallback={null}>
      <LessonPanel
        id={lessons.id}
        choose={lessons.choose}
        openSchedule={(schedule, label) => {
          open(replaceSchedule(schedule, label));
        }}
        onHideRun={lessons.setHidesRun}
        onClose={lessons.toggle}
      />
    </Suspense>
  );
}

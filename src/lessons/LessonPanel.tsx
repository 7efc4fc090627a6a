import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';

import type { Schedule } from '#schedule/schema.ts';
import { IconButton } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { t } from '#words/words.ts';

import styles from './LessonPanel.module.css';
import { LessonPages } from './LessonPages.tsx';
import type { Lesson } from './lessonSchema.ts';
import { LessonList } from './LessonList.tsx';
import { loadLesson } from './lessons.ts';

interface LessonPanelProps {
  /** The lesson that is taken; null: one is to be chosen. */
  readonly id: string | null;
  readonly choose: (id: string | null) => void;
  /** Opens a document in the place of the present one; undo brings that back. */
  readonly openSchedule: (schedule: Schedule, label: string) => void;
  /** Told whether the run must not be seen yet. */
  readonly onHideRun: (hides: boolean) => void;
  readonly onClose: () => void;
}

type Loaded = {
  readonly id: string;
  readonly lesson: Lesson | null;
  readonly fault: string | null;
};

/** The lessons: their list, or the pages of one beside the studio. */
export function LessonPanel(props: LessonPanelProps): ReactNode {
  const { id, choose, openSchedule, onHideRun, onClose } = props;
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  useEffect(() => {
    if (id === null) return undefined;
    let isWanted = true;
    loadLesson(id).then(
      (lesson) => {
        if (isWanted) setLoaded({ id, lesson, fault: null });
      },
      (error: unknown) => {
        if (isWanted) setLoaded({ id, lesson: null, fault: String(error) });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [id]);

  const current = loaded !== null && loaded.id === id ? loaded : null;
  const heading = (
    <>
      <span className={styles.title}>{t('Lessons')}</span>
      <IconButton label={t('Close the lessons')} look="plain" onClick={onClose}>
        <X size={15} aria-hidden="true" />
      </IconButton>
    </>
  );
  return (
    <Panel label={t('Lessons')} heading={heading}>
      {id === null ? (
        <LessonList choose={choose} />
      ) : current === null ? null : current.lesson === null ? (
        <div className={styles.missing} role="alert">
          <p>
            {current.fault === null
              ? t('There is no lesson “{{id}}”.', { id })
              : t('The lesson “{{id}}” cannot be loaded: {{fault}}', { id, fault: current.fault })}
          </p>
          <LessonList choose={choose} />
        </div>
      ) : (
        <LessonPages
          key={id}
          lesson={current.lesson}
          choose={choose}
          openSchedule={openSchedule}
          onHideRun={onHideRun}
        />
      )}
    </Panel>
  );
}

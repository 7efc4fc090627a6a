import { CircleCheck, CircleDashed } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';

import type { Schedule } from '#schedule/schema.ts';
import { useRun, useSchedule } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { language, t } from '#words/words.ts';

import { claimFaults } from './claims.ts';
import styles from './LessonPages.module.css';
import type { Lesson } from './lessonSchema.ts';
import { solutionOf, startOf } from './lessonSchedules.ts';
import { Paragraphs } from './Paragraphs.tsx';
import { keepDone } from './progress.ts';

interface ChangePageProps {
  readonly lesson: Lesson;
  readonly openSchedule: (schedule: Schedule, label: string) => void;
}

/** One change to make oneself, which the run of the changed document is held to. */
export function ChangePage({ lesson, openSchedule }: ChangePageProps): ReactNode {
  const schedule = useSchedule();
  const { trace, status } = useRun();
  const [wasReached, setReached] = useState(false);
  const faults =
    status.state === 'ended'
      ? claimFaults(lesson.change.goal, { schedule, trace, end: status.end })
      : null;
  const isReached = faults?.length === 0;
  if (isReached && !wasReached) setReached(true);
  useEffect(() => {
    if (wasReached) keepDone(lesson.id);
  }, [wasReached, lesson.id]);
  const title = lesson.title[language()];
  return (
    <>
      <h3 className={styles.heading}>{t('Now change it')}</h3>
      <Paragraphs texts={lesson.change.text} />
      <output className={styles.goal} data-reached={isReached}>
        {faults === null ? (
          t('It is being simulated.')
        ) : isReached ? (
          <>
            <CircleCheck size={16} aria-hidden="true" /> {t('Done: the run does what was asked.')}
          </>
        ) : (
          <ul className={styles.faults}>
            {faults.map((fault) => (
              <li key={fault}>
                <CircleDashed size={14} aria-hidden="true" /> {fault}
              </li>
            ))}
          </ul>
        )}
      </output>
      <div className={styles.tools}>
        <Button
          onClick={() => {
            openSchedule(startOf(lesson), t('begin {{title}} again', { title }));
          }}
        >
          {t('Begin again')}
        </Button>
        {isReached ? null : (
          <Button
            onClick={() => {
              openSchedule(solutionOf(lesson), t('show a solution of {{title}}', { title }));
            }}
          >
            {t('Show a solution')}
          </Button>
        )}
      </div>
      {wasReached ? (
        <div className={styles.reading}>
          <span className={styles.label}>{t('Read on in Twisted’s documentation:')}</span>
          <ul>
            {lesson.reading.map(({ title: name, url }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { language, t } from '#words/words.ts';

import styles from './LessonList.module.css';
import { LESSONS } from './lessons.ts';
import { doneLessons } from './progress.ts';

interface LessonListProps {
  readonly choose: (id: string) => void;
}

/** All lessons in order, with what was done of them. */
export function LessonList({ choose }: LessonListProps): ReactNode {
  const [done] = useState(doneLessons);
  const next = LESSONS.find(({ id }) => !done.has(id));
  return (
    <div className={styles.lessons}>
      <p className={styles.lead}>
        {t('Each takes a few minutes: say what you expect, see what happens, and change it.')}
      </p>
      <p className={styles.count}>
        {t('{{done}} of {{all}} done', { done: done.size, all: LESSONS.length })}
      </p>
      <ol className={styles.list}>
        {LESSONS.map(({ id, title }, index) => (
          <li key={id}>
            <button
              type="button"
              className={styles.lesson}
              data-next={id === next?.id}
              onClick={() => {
                choose(id);
              }}
            >
              <span className={styles.number}>
                {done.has(id) ? (
                  <>
                    <Check size={14} aria-hidden="true" />
                    <span className="visuallyHidden">{t('done')}</span>
                  </>
                ) : (
                  index + 1
                )}
              </span>
              {title[language()]}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

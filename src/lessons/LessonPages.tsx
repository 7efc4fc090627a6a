import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';

import type { Schedule } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { language, t } from '#words/words.ts';

import { AnswerPage } from './AnswerPage.tsx';
import { ChangePage } from './ChangePage.tsx';
import styles from './LessonPages.module.css';
import type { Lesson, LessonText } from './lessonSchema.ts';
import { startOf } from './lessonSchedules.ts';
import { LESSONS } from './lessons.ts';
import { Paragraphs } from './Paragraphs.tsx';
import type { Answer } from './proofs.ts';
import { QuestionPage } from './QuestionPage.tsx';

interface LessonPagesProps {
  readonly lesson: Lesson;
  readonly choose: (id: string | null) => void;
  readonly openSchedule: (schedule: Schedule, label: string) => void;
  readonly onHideRun: (hides: boolean) => void;
}

/** The pages of a lesson, in order. */
const PAGES = ['question', 'run', 'answer', 'change'] as const;

/** A lesson, page by page. It opens its document, and hides the run until its question is answered. */
export function LessonPages(props: LessonPagesProps): ReactNode {
  const { lesson, choose, openSchedule, onHideRun } = props;
  const studio = useStudio();
  const [page, setPage] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const top = useRef<HTMLHeadingElement>(null);
  const at = PAGES[page] ?? 'question';

  const begin = useEffectEvent(() => {
    openSchedule(startOf(lesson), t('open the lesson {{title}}', { title: said(lesson.title) }));
  });
  const hide = useEffectEvent(onHideRun);
  const isHidden = at === 'question' && answer === null;
  useEffect(() => {
    begin();
    return () => {
      hide(false);
    };
  }, []);
  useEffect(() => {
    hide(isHidden);
  }, [isHidden]);

  const goTo = (next: number): void => {
    setPage(next);
    top.current?.focus();
  };
  const lookAtIt = (): void => {
    studio.pause();
    studio.seek(lesson.look.time);
    studio.select({ nodes: [lesson.look.node], edges: [], event: null });
  };
  const index = LESSONS.findIndex(({ id }) => id === lesson.id);
  const following = LESSONS[index + 1];
  return (
    <article className={styles.lesson}>
      <Button
        look="plain"
        className={styles.back}
        onClick={() => {
          choose(null);
        }}
      >
        <ChevronLeft size={14} aria-hidden="true" />
        {t('All lessons')}
      </Button>
      <h2 ref={top} tabIndex={-1} className={styles.title}>
        {index + 1}. {said(lesson.title)}
      </h2>
      <p className={styles.place}>
        {t('Page {{page}} of {{pages}}', { page: page + 1, pages: PAGES.length })}
      </p>
      {at === 'question' ? (
        <>
          <p className={styles.belief}>
            <span className={styles.label}>{t('Many believe:')}</span> {said(lesson.belief)}
          </p>
          <Paragraphs texts={lesson.situation} />
          <QuestionPage question={lesson.question} answer={answer} onAnswer={setAnswer} />
        </>
      ) : at === 'run' ? (
        <>
          <h3 className={styles.heading}>{t('See for yourself')}</h3>
          <Paragraphs texts={lesson.run} />
          <p>{t('The run stands at its beginning: play it, step with F10, step back with F9.')}</p>
          <Button onClick={lookAtIt}>{t('Show me the moment')}</Button>
        </>
      ) : at === 'answer' ? (
        <AnswerPage lesson={lesson} answer={answer} lookAtIt={lookAtIt} />
      ) : (
        <ChangePage lesson={lesson} openSchedule={openSchedule} />
      )}
      <div className={styles.steps}>
        <Button
          disabled={page === 0}
          onClick={() => {
            goTo(page - 1);
          }}
        >
          {t('Back')}
        </Button>
        {page < PAGES.length - 1 ? (
          <Button
            look="primary"
            disabled={answer === null}
            onClick={() => {
              goTo(page + 1);
            }}
          >
            {t('Next')}
            <ChevronRight size={14} aria-hidden="true" />
          </Button>
        ) : following === undefined ? null : (
          <Button
            onClick={() => {
              choose(following.id);
            }}
          >
            {t('Next lesson')}
            <ChevronRight size={14} aria-hidden="true" />
          </Button>
        )}
      </div>
    </article>
  );
}

function said(text: LessonText): string {
  return text[language()];
}

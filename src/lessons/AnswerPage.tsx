import type { ReactNode } from 'react';

import { useRun } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { language, t } from '#words/words.ts';

import styles from './LessonPages.module.css';
import { printedLines } from './claims.ts';
import type { Lesson } from './lessonSchema.ts';
import { Paragraphs } from './Paragraphs.tsx';
import { isRight, type Answer } from './proofs.ts';
import { Verdict } from './QuestionPage.tsx';

interface AnswerPageProps {
  readonly lesson: Lesson;
  readonly answer: Answer | null;
  readonly lookAtIt: () => void;
}

/** What really happened, beside what was expected, and why. */
export function AnswerPage({ lesson, answer, lookAtIt }: AnswerPageProps): ReactNode {
  const { question } = lesson;
  const { trace } = useRun();
  const isOfLines = question.is === 'order' || question.is === 'printed';
  return (
    <>
      <h3 className={styles.heading}>{t('What happened, and why')}</h3>
      {answer === null ? null : <Verdict question={question} answer={answer} />}
      {isOfLines ? (
        <div className={styles.beside}>
          {answer === null || typeof answer === 'number' || isRight(question, answer) ? null : (
            <Lines title={t('What you expected')} lines={answer} />
          )}
          <Lines title={t('What is printed')} lines={printedLines(trace)} />
        </div>
      ) : question.is === 'number' ? (
        <p>
          {t('It is {{number}} {{unit}}.', {
            number: question.right,
            unit: question.unit[language()],
          })}
        </p>
      ) : null}
      <Paragraphs texts={lesson.answer} />
      <Button onClick={lookAtIt}>{t('Show me the moment')}</Button>
    </>
  );
}

function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly string[];
}): ReactNode {
  return (
    <div className={styles.column}>
      <span className={styles.label}>{title}</span>
      <pre className={styles.lines}>{lines.join('\n')}</pre>
    </div>
  );
}

import { useState, type FormEvent, type ReactNode } from 'react';

import { Button } from '#ui/Button.tsx';
import { CodeText } from '#ui/CodeText.tsx';
import { language, t } from '#words/words.ts';

import type { Question } from './lessonSchema.ts';
import { OrderField } from './OrderField.tsx';
import { isRight, shuffled, type Answer } from './proofs.ts';
import styles from './QuestionPage.module.css';

interface QuestionPageProps {
  readonly question: Question;
  /** What was answered; null: not yet. */
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer) => void;
}

/** The question of a lesson, asked before the run is seen. It is answered once. */
export function QuestionPage({ question, answer, onAnswer }: QuestionPageProps): ReactNode {
  const [draft, setDraft] = useState<Answer | null>(() => firstDraft(question));
  const isOpen = answer === null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft !== null) onAnswer(draft);
  };
  return (
    <form className={styles.question} onSubmit={submit} aria-label={t('Question')}>
      <p className={styles.text}>
        <CodeText text={question.text[language()]} />
      </p>
      <QuestionField question={question} draft={draft} isOpen={isOpen} onChange={setDraft} />
      {isOpen ? (
        <Button type="submit" look="primary" disabled={!isReady(draft)}>
          {t('That is what I expect')}
        </Button>
      ) : (
        <Verdict question={question} answer={answer} />
      )}
    </form>
  );
}

function firstDraft(question: Question): Answer | null {
  if (question.is === 'order') return shuffled(question.lines);
  return question.is === 'printed' ? [] : null;
}

function isReady(draft: Answer | null): boolean {
  if (draft === null) return false;
  return typeof draft === 'number' ? Number.isFinite(draft) : draft.length > 0;
}

interface QuestionFieldProps {
  readonly question: Question;
  readonly draft: Answer | null;
  readonly isOpen: boolean;
  readonly onChange: (draft: Answer) => void;
}

function QuestionField({ question, draft, isOpen, onChange }: QuestionFieldProps): ReactNode {
  switch (question.is) {
    case 'order':
      return (
        <OrderField
          lines={typeof draft === 'number' ? [] : (draft ?? [])}
          isOpen={isOpen}
          onChange={onChange}
        />
      );
    case 'printed':
      return (
        <textarea
          className={styles.lines}
          aria-label={t('What is printed, a line each')}
          rows={question.lines.length + 1}
          spellCheck={false}
          readOnly={!isOpen}
          onChange={({ target }) => {
            onChange(linesOf(target.value));
          }}
        />
      );
    case 'number':
      return (
        <label className={styles.number}>
          <input
            type="number"
            step="any"
            aria-label={question.text[language()]}
            readOnly={!isOpen}
            onChange={({ target }) => {
              onChange(target.value === '' ? Number.NaN : Number(target.value));
            }}
          />
          {question.unit[language()]}
        </label>
      );
    case 'choose':
      return (
        <fieldset className={styles.options} disabled={!isOpen}>
          <legend className="visuallyHidden">{question.text[language()]}</legend>
          {question.options.map(({ text }, index) => (
            <label key={text.en} className={styles.option}>
              <input
                type="radio"
                // not shown: what ties the buttons together
                name="option"
                checked={draft === index}
                onChange={() => {
                  onChange(index);
                }}
              />
              <CodeText text={text[language()]} />
            </label>
          ))}
        </fieldset>
      );
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

interface VerdictProps {
  readonly question: Question;
  readonly answer: Answer;
}

/** Whether it was right, and of a choice why. */
export function Verdict({ question, answer }: VerdictProps): ReactNode {
  const right = isRight(question, answer);
  const why =
    question.is === 'choose' && typeof answer === 'number'
      ? question.options[answer]?.why
      : undefined;
  return (
    <output className={styles.verdict} data-right={right}>
      <strong>{right ? t('Right.') : t('Not quite.')}</strong>{' '}
      {why === undefined ? (
        right ? (
          t('Go on to see why.')
        ) : (
          t('Go on, and see what really happens.')
        )
      ) : (
        <CodeText text={why[language()]} />
      )}
    </output>
  );
}

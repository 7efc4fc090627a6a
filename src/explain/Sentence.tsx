import { useId, useState, type ReactNode } from 'react';

import { CodeText } from '#ui/CodeText.tsx';
import { t } from '#words/words.ts';

import type { RuleName } from './rules.ts';
import { RuleText } from './RuleText.tsx';
import styles from './Sentence.module.css';

interface SentenceProps {
  /** Names and values stand between backticks. */
  readonly text: string;
  readonly rule: RuleName;
}

/** A sentence that opens the rule it follows. */
export function Sentence({ text, rule }: SentenceProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const textId = useId();
  return (
    <div className={styles.sentence}>
      <p className={styles.text} id={textId}>
        <CodeText text={text} />{' '}
        <button
          type="button"
          className={styles.why}
          aria-expanded={isOpen}
          aria-describedby={textId}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t('why')}
        </button>
      </p>
      {isOpen ? <RuleText rule={rule} /> : null}
    </div>
  );
}

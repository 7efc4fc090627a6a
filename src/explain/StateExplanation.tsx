import { useId, type ReactNode } from 'react';

import { useNow } from '#store/useStudio.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import { CodeText } from '#ui/CodeText.tsx';
import { t } from '#words/words.ts';

import { EventLink } from './EventLink.tsx';
import { eventWords } from './eventWords.ts';
import styles from './Explanation.module.css';
import { lastOfInstance } from './lastOfInstance.ts';
import { Sentence } from './Sentence.tsx';
import { whatNext } from './whatNext.ts';

interface StateExplanationProps {
  readonly instance: InstanceState;
}

/** Why an instance is as it is at the playhead, and what is to be expected of it. */
export function StateExplanation({ instance }: StateExplanationProps): ReactNode {
  const nextId = useId();
  const trace = useNow((now) => now.trace);
  const state = useNow((now) => now.state);
  const last = lastOfInstance(trace, instance, state.count);
  const words = last === null ? null : eventWords(trace, last);
  const sentences = whatNext(trace, state, instance);
  return (
    <>
      {last === null || words === null ? null : (
        <>
          <h3 className={styles.label}>{t('How it came to this')}</h3>
          <Sentence key={last} text={words.text} rule={words.rule} />
          <div className={styles.links}>
            <EventLink trace={trace} sequence={last} />
          </div>
        </>
      )}
      <h3 id={nextId} className={styles.label}>
        {t('What comes next')}
      </h3>
      <ol className={styles.walk} aria-labelledby={nextId}>
        {sentences.map((sentence) => (
          <li key={sentence} className={styles.next}>
            <CodeText text={sentence} />
          </li>
        ))}
      </ol>
    </>
  );
}

import { useId, type ReactNode } from 'react';

import type { Trace } from '#trace/traceTable.ts';
import { CodeText } from '#ui/CodeText.tsx';
import { t } from '#words/words.ts';

import { CauseWalk } from './CauseWalk.tsx';
import { effectsOf } from './effectsOf.ts';
import { EventLink } from './EventLink.tsx';
import { EventPython } from './EventPython.tsx';
import { eventWords } from './eventWords.ts';
import styles from './Explanation.module.css';
import { Sentence } from './Sentence.tsx';

interface EventExplanationProps {
  readonly trace: Trace;
  readonly sequence: number;
  /** The length of the trace, which grows in place. */
  readonly length: number;
}

/** An event explained: what happened and why, what led to it, what comes next, and its lines of Python. */
export function EventExplanation({ trace, sequence, length }: EventExplanationProps): ReactNode {
  const { text, next, rule } = eventWords(trace, sequence);
  return (
    <>
      <Sentence key={sequence} text={text} rule={rule} />
      <CauseWalk key={`causes of ${sequence}`} trace={trace} sequence={sequence} />
      <Next trace={trace} sequence={sequence} length={length} words={next} />
      <EventPython trace={trace} sequence={sequence} />
    </>
  );
}

interface NextProps extends EventExplanationProps {
  readonly words: string | null;
}

function Next({ trace, sequence, length, words }: NextProps): ReactNode {
  const headingId = useId();
  const { events, isCut } = effectsOf(trace, length, sequence);
  return (
    <>
      <h3 className={styles.label}>{t('What comes next')}</h3>
      {words === null ? null : (
        <p className={styles.next}>
          <CodeText text={words} />
        </p>
      )}
      <p id={headingId} className={styles.count}>
        {events.length === 0
          ? t('No event has it as its cause.')
          : isCut
            ? t('It led to these events, and to more:')
            : t('It led to {{count}} events:', { count: events.length })}
      </p>
      {events.length === 0 ? null : (
        <ul className={styles.links} aria-labelledby={headingId}>
          {events.map((effect) => (
            <li key={effect}>
              <EventLink trace={trace} sequence={effect} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

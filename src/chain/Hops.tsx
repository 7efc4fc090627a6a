import { useState, type ReactNode } from 'react';

import { useStudio } from '#store/useStudio.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import type { ChainPicture } from '#explain/chainPicture.ts';
import { RuleText } from '#explain/RuleText.tsx';
import { CodeText } from '#ui/CodeText.tsx';
import styles from './Hops.module.css';
import { hopWords } from '#explain/hopWords.ts';

interface HopsProps {
  /** The name of the Deferred. */
  readonly name: string;
  readonly trace: Trace;
  readonly picture: ChainPicture;
}

/** A chain that is paused and resumed again and again has more than anybody reads. */
const MOST = 200;

/** What happened in a chain, one sentence after the other, the newest last; each opens its rule. */
export function Hops({ name, trace, picture }: HopsProps): ReactNode {
  const { events, toCome } = picture;
  const first = Math.max(0, events.length - MOST);
  return (
    <div className={styles.hops}>
      {events.length === 0 ? (
        <p className={styles.none}>{t('Nothing has happened in this chain yet.')}</p>
      ) : (
        <ol
          className={styles.list}
          start={first + 1}
          aria-label={t('What happened in the chain of {{name}}', { name })}
        >
          {events.slice(first).map((sequence) => (
            <Hop
              key={sequence}
              trace={trace}
              picture={picture}
              sequence={sequence}
              isLast={sequence === events.at(-1)}
            />
          ))}
        </ol>
      )}
      {toCome.length === 0 ? null : (
        <p className={styles.toCome}>
          {t('{{count}} events of it are still to come.', { count: toCome.length })}
        </p>
      )}
    </div>
  );
}

interface HopProps {
  readonly trace: Trace;
  readonly picture: ChainPicture;
  readonly sequence: number;
  readonly isLast: boolean;
}

function Hop({ trace, picture, sequence, isLast }: HopProps): ReactNode {
  const studio = useStudio();
  const [isOpen, setOpen] = useState(false);
  const { text, rule } = hopWords(trace, picture, sequence);
  const time = formatTime(trace.timeAt(sequence));
  return (
    <li className={styles.hop} aria-current={isLast ? 'step' : undefined}>
      <button
        type="button"
        className={styles.go}
        title={t('Go to this event')}
        onClick={() => {
          studio.goToEvent(sequence);
        }}
      >
        <span className={styles.time}>{time}</span>
        <span className={styles.text}>
          <CodeText text={text} />
        </span>
      </button>
      <button
        type="button"
        className={styles.why}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {t('why')}
      </button>
      {isOpen ? (
        <div className={styles.rule}>
          <RuleText rule={rule} />
        </div>
      ) : null}
    </li>
  );
}

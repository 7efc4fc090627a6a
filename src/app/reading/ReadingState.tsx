import type { ReactNode } from 'react';

import { useLasting } from '#app/run/useLasting.ts';
import type { Milliseconds } from '#base/units.ts';
import { t } from '#words/words.ts';

import styles from './ReadingState.module.css';
import type { TraceReading } from './traceReading.ts';

/** A list that catches up sooner need not say that it was behind. */
const PATIENCE: Milliseconds = 250;

interface ReadingStateProps {
  readonly reading: TraceReading;
}

/** How far a list has read the events that there are, in a word; nothing where it has read all. */
export function ReadingState({ reading }: ReadingStateProps): ReactNode {
  const { read, trace } = reading;
  const isBehind = useLasting(read < trace.length, PATIENCE);
  if (!isBehind) return null;
  return (
    <span className={styles.reading} title={t('The list still reads the events of the run')}>
      {t('reading {{percent}} %', { percent: Math.floor((100 * read) / trace.length) })}
    </span>
  );
}

import { LoaderCircle, Square, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import type { Milliseconds } from '#base/units.ts';
import { useTraceReading } from '#app/reading/useTraceReading.ts';
import { useRun, useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';

import styles from './RunState.module.css';
import { runWords } from './runWords.ts';
import { useLasting } from './useLasting.ts';
import { errorCount, firstError, UNHANDLED_READER } from '#trace/unhandledErrors.ts';
import { t } from '#words/words.ts';

/** A run that is done sooner need not be stopped, and its button would only flicker. */
const LONG_RUN: Milliseconds = 400;

/** How the run stands: its progress, or how it ended and what nobody handled. */
export function RunState(): ReactNode {
  const studio = useStudio();
  const { trace, status, reach } = useRun();
  const words = runWords(status, trace.header, reach);
  const errors = useTraceReading(UNHANDLED_READER);
  // While it runs, an error may still be handled.
  const unhandled = status.state === 'running' ? 0 : errorCount(errors);
  const end = status.state === 'ended' ? status.end : null;
  const trouble = end?.why === 'limit' || status.state === 'broken';
  const isLong = useLasting(status.state === 'running', LONG_RUN);

  const showFirst = (): void => {
    const sequence = firstError(errors);
    if (sequence !== null) studio.goToEvent(sequence);
  };

  return (
    <span className={styles.state}>
      {status.state === 'running' ? (
        <LoaderCircle className={styles.spinner} size={14} aria-hidden="true" />
      ) : null}
      <span className={trouble ? styles.trouble : styles.words} title={words}>
        {words}
      </span>
      {isLong ? (
        <Button
          title={t('Stop the simulation where it is')}
          onClick={() => {
            studio.halt();
          }}
        >
          <Square size={11} fill="currentColor" aria-hidden="true" />
          {t('Stop')}
        </Button>
      ) : null}
      {end?.why === 'halted' || end?.limit?.canRaise === true ? (
        <Button
          title={
            end.limit === null
              ? t('Let the simulation go on from here')
              : t('Let it go on with ten times the budget')
          }
          onClick={() => {
            studio.runOn();
          }}
        >
          {end.limit === null ? t('Go on') : t('Run on')}
        </Button>
      ) : null}
      {unhandled > 0 ? (
        <Button className={styles.unhandled} title={t('Show the first one')} onClick={showFirst}>
          <TriangleAlert size={14} aria-hidden="true" />
          {t('{{count}} unhandled errors', { count: unhandled })}
        </Button>
      ) : null}
    </span>
  );
}

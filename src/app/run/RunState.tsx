import { LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { useTraceReading } from '#app/reading/useTraceReading.ts';
import { useGoToEvent } from '#inspector/event/useGoToEvent.ts';
import { useRun, useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';

import styles from './RunState.module.css';
import { runWords } from './runWords.ts';
import { errorCount, firstError, UNHANDLED_READER } from './unhandledErrors.ts';

/** How the run stands: its progress, or how it ended and what nobody handled. */
export function RunState(): ReactNode {
  const studio = useStudio();
  const goToEvent = useGoToEvent();
  const { trace, status } = useRun();
  const words = runWords(status, trace.header);
  const errors = useTraceReading(UNHANDLED_READER);
  // While it runs, an error may still be handled.
  const unhandled = status.state === 'running' ? 0 : errorCount(errors);
  const usedUp = status.state === 'ended' && status.end.why === 'limit';
  const trouble = usedUp || status.state === 'broken';

  const showFirst = (): void => {
    const sequence = firstError(errors);
    if (sequence !== null) goToEvent(sequence);
  };

  return (
    <span className={styles.state}>
      {status.state === 'running' ? (
        <LoaderCircle className={styles.spinner} size={14} aria-hidden="true" />
      ) : null}
      <span className={trouble ? styles.trouble : styles.words} title={words}>
        {words}
      </span>
      {status.state === 'ended' && status.end.limit?.canRaise === true ? (
        <Button
          title="Let it go on with a larger budget"
          onClick={() => {
            studio.runOn();
          }}
        >
          Run on
        </Button>
      ) : null}
      {unhandled > 0 ? (
        <Button className={styles.unhandled} title="Show the first one" onClick={showFirst}>
          <TriangleAlert size={14} aria-hidden="true" />
          {unhandled === 1 ? '1 unhandled error' : `${unhandled} unhandled errors`}
        </Button>
      ) : null}
    </span>
  );
}

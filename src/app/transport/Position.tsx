import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { useNow, useRun } from '#store/useStudio.ts';
import type { RunStatus } from '#trace/runEnd.ts';

import styles from './Position.module.css';
import { shortClock } from '#app/run/runWords.ts';
import { t } from '#words/words.ts';

/** How much is simulated, and which of its events the playhead is at. */
export function Position(): ReactNode {
  const { trace, status } = useRun();
  const { length } = trace;
  const count = useNow((now) => now.count);
  const reached = reachedBy(status);
  return (
    <span className={styles.position}>
      {reached === null ? null : (
        <span>{t('/ {{clock}} simulated', { clock: shortClock(reached) })}</span>
      )}
      <span>{t('event {{number}} of {{length}}', { number: count, length })}</span>
    </span>
  );
}

function reachedBy(status: RunStatus): Seconds | null {
  switch (status.state) {
    case 'running':
      return status.time;
    case 'ended':
      return status.end.time;
    case 'broken':
      return null;
  }
}

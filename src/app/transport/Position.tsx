import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { useNow, useRun } from '#store/useStudio.ts';
import type { RunStatus } from '#trace/runEnd.ts';

import styles from './Position.module.css';
import { formatCount, shortClock } from '#app/run/runWords.ts';

/** How much is simulated, and which of its events the playhead is at. */
export function Position(): ReactNode {
  const { trace, status } = useRun();
  const { length } = trace;
  const count = useNow((now) => now.count);
  const reached = reachedBy(status);
  return (
    <span className={styles.position}>
      {reached === null ? null : <span>/ {shortClock(reached)} simulated</span>}
      <span>
        event {formatCount(count)} of {formatCount(length)}
      </span>
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

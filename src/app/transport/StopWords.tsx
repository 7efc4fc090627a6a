import type { ReactNode } from 'react';

import { BreakpointDot } from '#ui/BreakpointDot.tsx';

import styles from './StopWords.module.css';
import { useStopWords } from './useStopWords.ts';

/** What a breakpoint stopped at, as long as the playhead stands there. It is said when it happens. */
export function StopWords(): ReactNode {
  const stop = useStopWords();
  return (
    <span aria-live="polite" className={styles.stop} title={stop?.words}>
      {stop === null ? null : (
        <>
          <BreakpointDot on={stop.isHit} />
          <span className={styles.words}>{stop.words}</span>
        </>
      )}
    </span>
  );
}

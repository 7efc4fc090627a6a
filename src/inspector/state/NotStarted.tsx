import type { ReactNode } from 'react';

import { useRun, useStudio } from '#store/useStudio.ts';
import { formatTime } from '#trace/formatTime.ts';
import { Button } from '#ui/Button.tsx';
import { ToneMark } from '#ui/ToneMark.tsx';
import { t } from '#words/words.ts';

import { firstStart } from './firstStart.ts';
import styles from './NotStarted.module.css';

interface NotStartedProps {
  /** The node's index in the trace. */
  readonly node: number;
}

/** A node that has not been started at the playhead, and when it will be. */
export function NotStarted({ node }: NotStartedProps): ReactNode {
  const { trace, status } = useRun();
  const { length } = trace;
  const studio = useStudio();
  const start = firstStart(trace, length, node);
  return (
    <div className={styles.notStarted}>
      <p>{t('Not started yet')}</p>
      {start === null ? (
        <p className={styles.note}>
          {status.state === 'ended'
            ? t('Nothing starts it in this run. Let the program start it, or a step.')
            : t('As far as the run is simulated, nothing starts it.')}
        </p>
      ) : (
        <Button
          onClick={() => {
            studio.goToEvent(start);
          }}
        >
          <ToneMark tone="time" />
          {t('Starts at {{time}} s', { time: formatTime(trace.timeAt(start)) })}
        </Button>
      )}
    </div>
  );
}

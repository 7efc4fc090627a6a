import type { ReactNode } from 'react';

import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { useStudio } from '#store/useStudio.ts';
import type { Trace } from '#trace/traceTable.ts';
import { ToneMark } from '#ui/ToneMark.tsx';
import { t } from '#words/words.ts';

import styles from './EventLink.module.css';
import { eventNumber } from '#trace/eventNumber.ts';

interface EventLinkProps {
  readonly trace: Trace;
  readonly sequence: number;
}

/** An event in a line; pressing it goes there. */
export function EventLink({ trace, sequence }: EventLinkProps): ReactNode {
  const studio = useStudio();
  const { tone, subject, text } = describeEvent(trace, sequence);
  const time = formatTime(trace.timeAt(sequence));
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t('Event {{number}} at {{time}} s: {{what}}', {
        number: eventNumber(sequence),
        time,
        what: `${subject} ${text}`,
      })}
      title={`${subject} ${text}`}
      onClick={() => {
        studio.goToEvent(sequence);
      }}
    >
      <span className={styles.time}>{time}</span>
      <ToneMark tone={tone} />
      <span className={styles.text}>
        {subject} {text}
      </span>
    </button>
  );
}

import type { ReactNode } from 'react';

import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { Trace } from '#trace/traceTable.ts';
import { ToneMark } from '#ui/ToneMark.tsx';

import styles from './EventLink.module.css';
import { eventNumber } from './eventNumber.ts';
import { useGoToEvent } from './useGoToEvent.ts';

interface EventLinkProps {
  readonly trace: Trace;
  readonly sequence: number;
}

/** An event in a line; pressing it goes there. */
export function EventLink({ trace, sequence }: EventLinkProps): ReactNode {
  const goTo = useGoToEvent();
  const { tone, subject, text } = describeEvent(trace, sequence);
  const time = formatTime(trace.timeAt(sequence));
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={`Event ${eventNumber(sequence)} at ${time} s: ${subject} ${text}`}
      title={`${subject} ${text}`}
      onClick={() => {
        goTo(sequence);
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

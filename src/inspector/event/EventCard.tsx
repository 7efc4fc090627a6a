import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';

import { ValueBox } from '#inspector/ValueBox.tsx';
import { useRun, useStudio } from '#store/useStudio.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { IconButton } from '#ui/Button.tsx';
import { ToneMark } from '#ui/ToneMark.tsx';

import { BreakHere } from './BreakHere.tsx';
import styles from './EventCard.module.css';
import { EVENT_CARD_ID } from './eventCardId.ts';
import { LazyEventExplanation } from '#explain/LazyExplanations.tsx';
import { eventNumber } from '#trace/eventNumber.ts';
import { t } from '#words/words.ts';
import { eventValue } from './eventValue.ts';

interface EventCardProps {
  readonly sequence: number;
}

/** The selected event: when, what, its value in full, and its explanation. */
export function EventCard({ sequence }: EventCardProps): ReactNode {
  const studio = useStudio();
  const { trace } = useRun();
  const { length } = trace;
  const headingId = useId();
  const isKnown = sequence < length;
  return (
    <section id={EVENT_CARD_ID} className={styles.card} aria-labelledby={headingId} tabIndex={-1}>
      <header className={styles.head}>
        <h2 id={headingId} className={styles.number}>
          {t('event {{number}}', { number: eventNumber(sequence) })}
        </h2>
        <span className={styles.time}>
          {isKnown ? `${formatTime(trace.timeAt(sequence))} s` : t('not simulated yet')}
        </span>
        <IconButton
          look="plain"
          className={styles.close}
          label={t('Deselect the event')}
          onClick={() => {
            studio.select({ event: null });
          }}
        >
          <X size={14} aria-hidden="true" />
        </IconButton>
      </header>
      {isKnown ? <EventDetails sequence={sequence} length={length} /> : null}
    </section>
  );
}

interface EventDetailsProps extends EventCardProps {
  /** The length of the trace, which grows in place. */
  readonly length: number;
}

function EventDetails({ sequence, length }: EventDetailsProps): ReactNode {
  const { trace } = useRun();
  const { tone, subject, text } = describeEvent(trace, sequence);
  const value = eventValue(trace, sequence);

  return (
    <>
      <p className={styles.text}>
        <ToneMark tone={tone} />
        <span>
          <b>{subject}</b> {text}
        </span>
      </p>
      <BreakHere sequence={sequence} />
      {value === null ? null : (
        <>
          <h3 className={styles.label}>{value.label}</h3>
          <ValueBox text={value.text} />
        </>
      )}
      <LazyEventExplanation trace={trace} sequence={sequence} length={length} />
    </>
  );
}

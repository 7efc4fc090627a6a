import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';

import { ValueBox } from '#inspector/ValueBox.tsx';
import { useRun, useStudio } from '#store/useStudio.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { NO_CAUSE } from '#trace/traceHeader.ts';
import { IconButton } from '#ui/Button.tsx';
import { ToneMark } from '#ui/ToneMark.tsx';

import { BreakHere } from './BreakHere.tsx';
import { effectsOf } from './effectsOf.ts';
import styles from './EventCard.module.css';
import { EventLink } from './EventLink.tsx';
import { eventNumber } from './eventNumber.ts';
import { eventValue } from './eventValue.ts';

interface EventCardProps {
  readonly sequence: number;
}

/** The selected event: when, what, its value in full, what caused it and what it caused. */
export function EventCard({ sequence }: EventCardProps): ReactNode {
  const studio = useStudio();
  const { trace } = useRun();
  const { length } = trace;
  const headingId = useId();
  const isKnown = sequence < length;
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <header className={styles.head}>
        <h2 id={headingId} className={styles.number}>
          event {eventNumber(sequence)}
        </h2>
        <span className={styles.time}>
          {isKnown ? `${formatTime(trace.timeAt(sequence))} s` : 'not simulated yet'}
        </span>
        <IconButton
          look="plain"
          className={styles.close}
          label="Deselect the event"
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
  const causeId = useId();
  const effectsId = useId();
  const { tone, subject, text } = describeEvent(trace, sequence);
  const cause = trace.causeAt(sequence);
  const value = eventValue(trace, sequence);
  const effects = effectsOf(trace, length, sequence);
  const count = effects.isCut ? `${effects.events.length} or more` : effects.events.length;

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
      <h3 id={causeId} className={styles.label}>
        Cause
      </h3>
      <ul className={styles.links} aria-labelledby={causeId}>
        {cause === NO_CAUSE ? (
          <li className={styles.none}>none</li>
        ) : (
          <li>
            <EventLink trace={trace} sequence={cause} />
          </li>
        )}
      </ul>
      <h3 id={effectsId} className={styles.label}>
        Direct effects {effects.events.length === 0 ? '' : count}
      </h3>
      <ul className={styles.links} aria-labelledby={effectsId}>
        {effects.events.length === 0 ? <li className={styles.none}>none</li> : null}
        {effects.events.map((effect) => (
          <li key={effect}>
            <EventLink trace={trace} sequence={effect} />
          </li>
        ))}
      </ul>
    </>
  );
}

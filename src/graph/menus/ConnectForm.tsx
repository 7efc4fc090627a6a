import { useEffect, useRef, useState, type ReactNode } from 'react';

import { CodeText } from '#ui/CodeText.tsx';
import { arrowOffer } from '#graph/edits/arrowOffer.ts';
import { arrowStarts, type ArrowStart } from '#graph/edits/arrowStarts.ts';
import type { ArrowDoes } from '#graph/words/meanings.ts';
import type { Schedule, ScheduleNode } from '#schedule/schema.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { t } from '#words/words.ts';

import styles from './ConnectForm.module.css';

interface ConnectFormProps {
  readonly source: ScheduleNode;
  /** The end of the source that is chosen at first: a port's id. */
  readonly port: string | null;
  readonly schedule: Schedule;
  readonly onConnect: (start: ArrowStart, does: ArrowDoes, target: string) => void;
  readonly onClose: () => void;
}

/** Draws an arrow by choosing: from where, to which node, and what it means. */
export function ConnectForm({
  source,
  port,
  schedule,
  onConnect,
  onClose,
}: ConnectFormProps): ReactNode {
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);

  const { nodes } = schedule;
  const starts = arrowStarts(source);
  const [key, setKey] = useState(port);
  const [targetId, setTarget] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);

  const chosen = starts.find((choice) => choice.key === key) ?? starts[0];
  if (chosen === undefined) return null;
  // Until one is chosen, it is the first node that an arrow from here can lead to.
  const target =
    nodes.find(({ id }) => id === targetId) ??
    nodes.find((node) => node !== source && canLead(schedule, chosen.start, node)) ??
    source;
  const offer = arrowOffer(schedule, chosen.start, target);
  const meanings = offer.meanings.filter(({ refusal }) => refusal === null);
  const does = meanings.find((meaning) => meaning.does === wanted)?.does ?? offer.likeliest;

  return (
    <form
      aria-label={t('Connect {{id}}', { id: source.id })}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (does !== null) onConnect(chosen.start, does, target.id);
      }}
    >
      <h2 className={styles.heading}>
        <CodeText text={t('Connect `{{id}}`', { id: source.id })} />
      </h2>
      <Field label={t('From')}>
        {(control) => (
          <select
            {...control}
            ref={first}
            value={chosen.key}
            onChange={(event) => setKey(event.target.value)}
          >
            {starts.map((choice) => (
              <option key={choice.key} value={choice.key}>
                {choice.text}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('To')}>
        {(control) => (
          <select
            {...control}
            value={target.id}
            onChange={(event) => setTarget(event.target.value)}
          >
            {nodes.map(({ id }) => (
              <option key={id} value={id}>
                {id === source.id ? t('{{id}} (itself)', { id }) : id}
              </option>
            ))}
          </select>
        )}
      </Field>
      {does === null ? (
        <p role="alert" className={styles.refusal}>
          {offer.refusal}
        </p>
      ) : (
        <Field label={t('Does')}>
          {(control) => (
            <select {...control} value={does} onChange={(event) => setWanted(event.target.value)}>
              {meanings.map((meaning) => (
                <option key={meaning.does} value={meaning.does}>
                  {meaning.text}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('Cancel')}</Button>
        <Button type="submit" look="primary" disabled={does === null}>
          {t('Connect')}
        </Button>
      </div>
    </form>
  );
}

function canLead(schedule: Schedule, start: ArrowStart, target: ScheduleNode): boolean {
  return arrowOffer(schedule, start, target).refusal === null;
}

import {
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';

import { EVENT_WORDS, type BreakpointEvent } from '#schedule/eventWords.ts';
import { formatProblem, type Problem } from '#schedule/problem.ts';
import type { Breakpoint, BreakpointKind } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { msg, t, type Text } from '#words/words.ts';

import { readDraft, type BreakpointDraft, type DraftField } from './breakpointDraft.ts';
import styles from './BreakpointForm.module.css';

interface BreakpointFormProps {
  /** The name of the form. */
  readonly label: string;
  readonly draft: BreakpointDraft;
  readonly enabled: boolean;
  /** The word on its button. */
  readonly verb: string;
  /** Takes the breakpoint; gives why it was refused. */
  readonly onDone: (breakpoint: Breakpoint) => readonly Problem[];
  readonly onCancel: () => void;
}

const KIND_CHOICES: readonly (readonly [BreakpointKind, Text])[] = [
  ['failure', msg('a failure')],
  ['unhandled', msg('an unhandled error')],
  ['event', msg('an event')],
  ['time', msg('a time')],
  ['lateness', msg('a late call')],
  ['value', msg('a value')],
  ['text', msg('a text')],
];

/** What one breaks at most, before all the others. */
const COMMON_EVENTS: readonly BreakpointEvent[] = [
  'started',
  'ran',
  'ticked',
  'fired',
  'failed',
  'raised',
  'logged',
  'cancelled',
  'timedOut',
];

const OTHER_EVENTS = (Object.keys(EVENT_WORDS) as BreakpointEvent[]).filter(
  (event) => !COMMON_EVENTS.includes(event),
);

/** The fields of one breakpoint. Enter takes it, Esc leaves it as it was. */
export function BreakpointForm(props: BreakpointFormProps): ReactNode {
  const { label, enabled, verb, onDone, onCancel } = props;
  const [draft, setDraft] = useState(props.draft);
  const [fault, setFault] = useState<{ field: DraftField | null; message: string } | null>(null);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);

  const change = (part: Partial<BreakpointDraft>): void => {
    setDraft({ ...draft, ...part });
    setFault(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const outcome = readDraft(draft, enabled);
    if (!outcome.ok) {
      setFault(outcome);
      return;
    }
    const [problem] = onDone(outcome.breakpoint);
    if (problem !== undefined) setFault({ field: null, message: formatProblem(problem) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };

  return (
    // Esc is heard from every field of the form.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys act on what has the focus inside
    <form className={styles.form} aria-label={label} onSubmit={submit} onKeyDown={onKeyDown}>
      <Field label={t('Stop at')}>
        {(control) => (
          <select
            {...control}
            ref={first}
            value={draft.on}
            onChange={(event) => {
              const chosen = KIND_CHOICES.find(([kind]) => kind === event.target.value);
              if (chosen !== undefined) change({ on: chosen[0] });
            }}
          >
            {KIND_CHOICES.map(([kind, text]) => (
              <option key={kind} value={kind}>
                {t(text)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <OwnFields draft={draft} change={change} fault={fault} />
      <NodeField draft={draft} change={change} />
      {fault !== null && fault.field === null ? (
        <p role="alert" className={styles.fault}>
          {fault.message}
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" look="primary">
          {verb}
        </Button>
        <Button onClick={onCancel}>{t('Cancel')}</Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: BreakpointDraft;
  readonly change: (part: Partial<BreakpointDraft>) => void;
}

interface OwnFieldsProps extends FieldsProps {
  readonly fault: { readonly field: DraftField | null; readonly message: string } | null;
}

/** What only breakpoints of this kind have. */
function OwnFields({ draft, change, fault }: OwnFieldsProps): ReactNode {
  const errorOf = (field: DraftField): string | null =>
    fault?.field === field ? fault.message : null;
  const typed = (field: 'time' | 'above' | 'value' | 'text', label: string, unit?: string) => (
    <Field label={label} error={errorOf(field)} {...(unit === undefined ? {} : { unit })}>
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={draft[field]}
          onChange={(event) => {
            change({ [field]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  switch (draft.on) {
    case 'time':
      return typed('time', t('Time'), 's');
    case 'lateness':
      return typed('above', t('Later than'), 's');
    case 'value':
      return typed('value', t('Equal to'));
    case 'text':
      return typed('text', t('Contains'));
    case 'event':
      return (
        <Field label={t('Event')} error={errorOf('event')}>
          {(control) => (
            <select
              {...control}
              value={draft.event}
              onChange={(event) => {
                change({ event: event.target.value });
              }}
            >
              <option value="">{t('any event')}</option>
              <optgroup label={t('Most used')}>{COMMON_EVENTS.map(eventOption)}</optgroup>
              <optgroup label={t('All others')}>{OTHER_EVENTS.map(eventOption)}</optgroup>
            </select>
          )}
        </Field>
      );
    case 'failure':
    case 'unhandled':
      return null;
  }
}

function eventOption(event: BreakpointEvent): ReactNode {
  return (
    <option key={event} value={event}>
      {t(EVENT_WORDS[event])}
    </option>
  );
}

function NodeField({ draft, change }: FieldsProps): ReactNode {
  const { nodes } = useSchedule();
  return (
    <Field label={t('Node')}>
      {(control) => (
        <select
          {...control}
          value={draft.node}
          onChange={(event) => {
            change({ node: event.target.value });
          }}
        >
          <option value="">{t('any node')}</option>
          {nodes.map(({ id }) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

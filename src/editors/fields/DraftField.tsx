import { useId, type ReactNode } from 'react';

import type { Parsed } from '#editors/parsing/parsed.ts';
import { problemText } from '#editors/parsing/problemText.ts';
import type { Problem } from '#schedule/problem.ts';
import { Field } from '#ui/Field.tsx';

import styles from './DraftField.module.css';
import { useDraft } from './useDraft.ts';

/** What all fields with typed text have in common. */
export interface TypedFieldProps<T> {
  readonly label: string;
  readonly value: T;
  /** Puts a value into the document. Gives why it is refused. */
  readonly edit: (value: T) => readonly Problem[];
  /** The last part of the paths of problems with this field. */
  readonly field: string;
  readonly hint?: string;
  /** Stands behind the control. */
  readonly after?: ReactNode;
}

interface DraftFieldProps<T> extends TypedFieldProps<T> {
  readonly format: (value: T) => string;
  readonly parse: (text: string) => Parsed<T>;
  /** When an edit is made: at each keystroke, or when the field is left. */
  readonly commit?: 'typed' | 'left';
  /** Whether to say what is wrong before the field is left. */
  readonly checked?: boolean;
  readonly multiline?: boolean;
  readonly mono?: boolean;
  /** The unit of a bare number; a typed unit takes its place. */
  readonly unit?: string;
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** What a browser offers while one types; anything else may be typed too. */
  readonly suggestions?: readonly string[];
}

/** A labelled text control for a value of the document, with what is wrong with it beside it. */
export function DraftField<T>(props: DraftFieldProps<T>): ReactNode {
  const { label, value, format, parse, edit, field, commit = 'typed', checked = true } = props;
  const {
    multiline = false,
    mono = false,
    unit,
    hint,
    after,
    maxLength,
    placeholder,
    suggestions,
  } = props;
  const listId = useId();
  const checkText = (typed: string): Parsed<string> => {
    const parsed = parse(typed);
    return parsed.ok ? { ok: true, value: format(parsed.value) } : parsed;
  };
  const draft = useDraft({
    value: format(value),
    submit(typed) {
      const parsed = parse(typed);
      if (!parsed.ok) return parsed;
      const message = problemText(edit(parsed.value), field);
      if (message !== null) return { ok: false, message };
      return { ok: true, value: format(parsed.value) };
    },
    commit,
    check: checked ? checkText : undefined,
    multiline,
  });
  const hasOwnUnit = /\p{L}\s*$/u.test(draft.text);
  const shared = {
    value: draft.text,
    className: mono ? styles.mono : undefined,
    spellCheck: multiline,
    autoComplete: 'off',
    maxLength,
    placeholder,
    onBlur: draft.leave,
    onKeyDown: draft.onKeyDown,
  };

  return (
    <Field
      label={label}
      error={draft.error}
      {...(unit === undefined || hasOwnUnit ? {} : { unit })}
      {...(hint === undefined ? {} : { hint })}
    >
      {(control) => (
        <>
          {multiline ? (
            <textarea
              {...control}
              {...shared}
              rows={7}
              onChange={(event) => {
                draft.change(event.target.value);
              }}
            />
          ) : (
            <input
              {...control}
              {...shared}
              type="text"
              list={suggestions === undefined ? undefined : listId}
              onChange={(event) => {
                draft.change(event.target.value);
              }}
            />
          )}
          {suggestions === undefined ? null : (
            <datalist id={listId}>
              {suggestions.map((suggestion) => (
                <option key={suggestion}>{suggestion}</option>
              ))}
            </datalist>
          )}
          {after}
        </>
      )}
    </Field>
  );
}

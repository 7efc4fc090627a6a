import { useId, type ReactNode } from 'react';

import styles from './Field.module.css';

/** What a control in a {@link Field} must be given, so that label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: string;
  /** The unit behind the control, such as `s`. */
  readonly unit?: string;
  /** What is wrong with the value, in a sentence; null where nothing is. */
  readonly error?: string | null;
  /** A sentence of help. */
  readonly hint?: string;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A labelled control with its unit, and its error beside it. */
export function Field({ label, unit, error = null, hint, children }: FieldProps): ReactNode {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint ?? null;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>
        {children({
          id,
          'aria-invalid': error === null ? undefined : true,
          'aria-describedby': note === null ? undefined : noteId,
        })}
        {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
      </div>
      {note === null ? null : (
        <p
          id={noteId}
          className={error === null ? styles.hint : styles.error}
          role={error === null ? undefined : 'alert'}
        >
          {note}
        </p>
      )}
    </div>
  );
}

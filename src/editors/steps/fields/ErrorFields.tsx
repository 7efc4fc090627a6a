import type { ReactNode } from 'react';

import { TextField } from '#editors/fields/TextField.tsx';
import { knownExceptions } from '#schedule/exceptions.ts';
import type { Problem } from '#schedule/problem.ts';
import type { ScheduleError } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

interface ErrorFieldsProps {
  readonly error: ScheduleError;
  readonly put: (error: ScheduleError, field: string) => readonly Problem[];
}

/** A Python exception: its class and its text. */
export function ErrorFields({ error, put }: ErrorFieldsProps): ReactNode {
  return (
    <>
      <TextField
        label={t('Error type')}
        field="type"
        mono
        suggestions={knownExceptions('raised')}
        value={error.type}
        edit={(type) => put({ ...error, type }, t('error type'))}
      />
      <TextField
        label={t('Message')}
        field="message"
        value={error.message}
        edit={(message) => put({ ...error, message }, t('error message'))}
      />
    </>
  );
}

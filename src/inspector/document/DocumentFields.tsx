import type { ReactNode } from 'react';

import { DraftField } from '#inspector/fields/DraftField.tsx';
import { DurationField } from '#inspector/fields/DurationField.tsx';
import { TextField } from '#inspector/fields/TextField.tsx';
import { parseTitle } from '#inspector/parsing/parseTitle.ts';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';

import styles from './DocumentFields.module.css';

/** What the document format allows. */
const MAX_NAME = 200;

/** The fields of the schedule itself. */
export function DocumentFields(): ReactNode {
  const studio = useStudio();
  const { name, notes, horizon } = useSchedule();
  return (
    <div className={styles.document}>
      <h2 className={styles.heading}>Schedule</h2>
      <DraftField
        label="Name"
        field="name"
        maxLength={MAX_NAME}
        format={String}
        parse={parseTitle}
        value={name}
        edit={(typed) => studio.edit(setDocumentFields({ name: typed }))}
      />
      <TextField
        label="Notes"
        field="notes"
        multiline
        value={notes}
        edit={(typed) => studio.edit(setDocumentFields({ notes: typed }))}
      />
      <DurationField
        label="Horizon"
        field="horizon"
        hint="simulate until this virtual time"
        value={horizon}
        edit={(seconds) => studio.edit(setDocumentFields({ horizon: seconds }))}
      />
    </div>
  );
}

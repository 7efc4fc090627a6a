import type { ReactNode } from 'react';

import { DraftField } from '#editors/fields/DraftField.tsx';
import { DurationField } from '#editors/fields/DurationField.tsx';
import { TextField } from '#editors/fields/TextField.tsx';
import { WholeField } from '#editors/fields/WholeField.tsx';
import { parseEpoch } from '#editors/parsing/parseEpoch.ts';
import { parseTitle } from '#editors/parsing/parseTitle.ts';
import { Section } from '#inspector/Section.tsx';
import { setDocumentFields, type DocumentFields as Fields } from '#schedule/documentEdits.ts';
import type { Problem } from '#schedule/problem.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { ClockFields } from './ClockFields.tsx';
import styles from './DocumentFields.module.css';
import { PoolFields } from './PoolFields.tsx';

/** What the document format allows. */
const MAX_NAME = 200;

/** The settings of the schedule itself. */
export function DocumentFields(): ReactNode {
  const studio = useStudio();
  const { name, notes, horizon, seed, epoch } = useSchedule();
  const set = (fields: Fields): readonly Problem[] => studio.edit(setDocumentFields(fields));
  return (
    <div className={styles.document}>
      <h2 className={styles.heading}>{t('Schedule')}</h2>
      <DraftField
        label={t('Name')}
        field="name"
        maxLength={MAX_NAME}
        format={String}
        parse={parseTitle}
        value={name}
        edit={(typed) => set({ name: typed })}
      />
      <TextField
        label={t('Notes')}
        field="notes"
        hint={t(
          'Markdown. A line of --- begins the next slide of a presentation; one that begins with “@ 4 s poll” shows that time and node',
        )}
        multiline
        value={notes}
        edit={(typed) => set({ notes: typed })}
      />
      <Section title={t('Run')}>
        <DurationField
          label={t('Horizon')}
          field="horizon"
          hint={t('the run ends at this virtual time, if it has not ended before')}
          value={horizon}
          edit={(seconds) => set({ horizon: seconds })}
        />
        <WholeField
          label={t('Seed')}
          field="seed"
          hint={t('every random draw comes from it: the same seed, the same run')}
          value={seed}
          edit={(typed) => set({ seed: typed })}
        />
        <ClockFields />
        <DraftField
          label={t('Epoch')}
          field="epoch"
          placeholder={t('none')}
          hint={t('the date and time that second 0 stands for, in labels only')}
          commit="left"
          checked={false}
          mono
          format={(value) => value ?? ''}
          parse={parseEpoch}
          value={epoch}
          edit={(typed) => set({ epoch: typed })}
        />
      </Section>
      <PoolFields />
    </div>
  );
}

import type { ReactNode } from 'react';

import { WholeField } from '#editors/fields/WholeField.tsx';
import { Section } from '#inspector/Section.tsx';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

/** How many workers run the functions of deferToThread nodes. */
export function PoolFields(): ReactNode {
  const studio = useStudio();
  const { threadPool } = useSchedule();
  return (
    <Section title={t('Thread pool')}>
      <WholeField
        label={t('Min')}
        field="min"
        hint={t('so many workers are there from the beginning')}
        value={threadPool.min}
        edit={(min) => studio.edit(setDocumentFields({ threadPool: { ...threadPool, min } }))}
      />
      <WholeField
        label={t('Max')}
        field="max"
        hint={t('at most so many jobs run at once; the others wait in line')}
        value={threadPool.max}
        edit={(max) => studio.edit(setDocumentFields({ threadPool: { ...threadPool, max } }))}
      />
    </Section>
  );
}

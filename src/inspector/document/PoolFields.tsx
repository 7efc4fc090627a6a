import type { ReactNode } from 'react';

import { WholeField } from '#editors/fields/WholeField.tsx';
import { Section } from '#inspector/Section.tsx';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';

/** How many workers run the functions of deferToThread nodes. */
export function PoolFields(): ReactNode {
  const studio = useStudio();
  const { threadPool } = useSchedule();
  return (
    <Section title="Thread pool">
      <WholeField
        label="Min"
        field="min"
        hint="so many workers are there from the beginning"
        value={threadPool.min}
        edit={(min) => studio.edit(setDocumentFields({ threadPool: { ...threadPool, min } }))}
      />
      <WholeField
        label="Max"
        field="max"
        hint="at most so many jobs run at once; the others wait in line"
        value={threadPool.max}
        edit={(max) => studio.edit(setDocumentFields({ threadPool: { ...threadPool, max } }))}
      />
    </Section>
  );
}

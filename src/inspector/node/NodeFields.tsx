import type { ReactNode } from 'react';

import { NameField } from '#editors/fields/NameField.tsx';
import { TextField } from '#editors/fields/TextField.tsx';
import { setNodeFields } from '#schedule/nodeEdits.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { KindFields } from './kinds/KindFields.tsx';
import { StartFields } from './StartFields.tsx';

interface NodeFieldsProps {
  readonly node: ScheduleNode;
}

/** What the document format allows. */
const MAX_LABEL = 200;

/** The fields of a node itself: those of every node, with those of its kind in the middle. */
export function NodeFields({ node }: NodeFieldsProps): ReactNode {
  const studio = useStudio();
  const { id, label = '' } = node;
  return (
    <>
      <NameField label={t('Name')} field="id" value={id} edit={(to) => studio.renameNode(id, to)} />
      <TextField
        label={t('Label')}
        field="label"
        placeholder={id}
        maxLength={MAX_LABEL}
        value={label}
        edit={(text) => studio.edit(setNodeFields(id, { label: text === '' ? undefined : text }))}
      />
      <KindFields node={node} />
      <StartFields node={node} />
    </>
  );
}

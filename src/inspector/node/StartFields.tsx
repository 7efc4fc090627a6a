import type { ReactNode } from 'react';

import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import { useEdit } from '#editors/useEdit.ts';
import { setNodeFields, setService } from '#schedule/nodeEdits.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { serviceChoices, startChoices } from './startChoices.ts';

interface StartFieldsProps {
  readonly node: ScheduleNode;
}

/** Stands for no service: no id is empty. */
const NONE = '';

/** The service that a node lies in, where there is any, and what starts it. */
export function StartFields({ node }: StartFieldsProps): ReactNode {
  const edit = useEdit();
  const services = serviceChoices(useSchedule(), node);
  const starts = startChoices(node);
  return (
    <>
      {services.length === 0 ? null : (
        <ChoiceField
          label={t('Service')}
          value={node.service ?? NONE}
          choices={[
            { value: NONE, text: t('none') },
            ...services.map((id) => ({ value: id, text: id })),
          ]}
          choose={(service) => {
            edit(setService(node.id, service === NONE ? null : service));
          }}
          {...(node.service === undefined
            ? {}
            : { hint: t('{{service}} stops it when it stops', { service: node.service }) })}
        />
      )}
      {starts.length === 0 ? null : (
        <ChoiceField
          label={t('Starts')}
          value={node.starts}
          choices={starts}
          choose={(chosen) => {
            edit(setNodeFields(node.id, { starts: chosen }));
          }}
        />
      )}
    </>
  );
}

import type { ReactNode } from 'react';

import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import { useEdit } from '#editors/useEdit.ts';
import { setNodeFields, setService } from '#schedule/nodeEdits.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';

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
          label="Service"
          value={node.service ?? NONE}
          choices={[
            { value: NONE, text: 'none' },
            ...services.map((id) => ({ value: id, text: id })),
          ]}
          choose={(service) => {
            edit(setService(node.id, service === NONE ? null : service));
          }}
          {...(node.service === undefined
            ? {}
            : { hint: `${node.service} stops it when it stops` })}
        />
      )}
      {starts.length === 0 ? null : (
        <ChoiceField
          label="Starts"
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

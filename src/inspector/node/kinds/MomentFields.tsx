import type { ReactNode } from 'react';

import { MomentsField } from '#inspector/fields/MomentsField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

/** When the world acts. */
export function MomentFields({ node }: KindFieldsProps<'outsideEvent'>): ReactNode {
  const { set } = useNodeFields(node.id);
  const from = node.starts === 'service' ? 'its service starts' : 'the program begins';
  return (
    <MomentsField
      label="At"
      field="at"
      hint={`seconds from when ${from}, such as 3, 7.5, 20`}
      value={node.at}
      edit={(at) => set({ at: [...at] })}
    />
  );
}

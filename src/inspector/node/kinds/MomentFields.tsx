import type { ReactNode } from 'react';

import { MomentsField } from '#editors/fields/MomentsField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

/** When the world acts. */
export function MomentFields({ node }: KindFieldsProps<'outsideEvent'>): ReactNode {
  const { set } = useNodeFields(node.id);
  const from = node.starts === 'service' ? node.service : 'the program';
  return (
    <MomentsField
      label="At"
      field="at"
      hint={`seconds after ${from ?? 'its service'} starts`}
      value={node.at}
      edit={(at) => set({ at: [...at] })}
    />
  );
}

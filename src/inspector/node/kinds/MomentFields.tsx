import type { ReactNode } from 'react';

import { MomentsField } from '#editors/fields/MomentsField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import { t } from '#words/words.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

/** When the world acts. */
export function MomentFields({ node }: KindFieldsProps<'outsideEvent'>): ReactNode {
  const { set } = useNodeFields(node.id);
  const from = node.starts === 'service' ? node.service : t('the program');
  return (
    <MomentsField
      label={t('At')}
      field="at"
      hint={t('seconds after {{from}} starts', { from: from ?? t('its service') })}
      value={node.at}
      edit={(at) => set({ at: [...at] })}
    />
  );
}

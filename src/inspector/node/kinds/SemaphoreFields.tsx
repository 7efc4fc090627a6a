import type { ReactNode } from 'react';

import { WholeField } from '#editors/fields/WholeField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import { t } from '#words/words.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

/** How many guarded calls may run at once. */
export function SemaphoreFields({ node }: KindFieldsProps<'semaphore'>): ReactNode {
  const { set } = useNodeFields(node.id);
  return (
    <WholeField
      label={t('Tokens')}
      field="tokens"
      hint={
        node.tokens === 1
          ? t('one at a time: a DeferredLock')
          : t('at most {{tokens}} guarded calls at once', { tokens: node.tokens })
      }
      value={node.tokens}
      edit={(tokens) => set({ tokens })}
    />
  );
}

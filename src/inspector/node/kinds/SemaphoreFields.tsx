import type { ReactNode } from 'react';

import { WholeField } from '#editors/fields/WholeField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

/** How many guarded calls may run at once. */
export function SemaphoreFields({ node }: KindFieldsProps<'semaphore'>): ReactNode {
  const { set } = useNodeFields(node.id);
  return (
    <WholeField
      label="Tokens"
      field="tokens"
      hint={
        node.tokens === 1
          ? 'one at a time: a DeferredLock'
          : `at most ${node.tokens} guarded calls at once`
      }
      value={node.tokens}
      edit={(tokens) => set({ tokens })}
    />
  );
}

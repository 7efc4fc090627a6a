import type { ReactNode } from 'react';

import { OptionalWholeField } from '#editors/fields/OptionalWholeField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import { t } from '#words/words.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

/** How much a queue holds, and how many may wait at it. */
export function QueueFields({ node }: KindFieldsProps<'queue'>): ReactNode {
  const { set } = useNodeFields(node.id);
  return (
    <>
      <OptionalWholeField
        label={t('Size')}
        field="size"
        empty="unlimited"
        hint={t('more values at once: put raises QueueOverflow')}
        value={node.size ?? null}
        edit={(size) => set({ size: size ?? undefined })}
      />
      <OptionalWholeField
        label={t('Backlog')}
        field="backlog"
        empty="unlimited"
        hint={t('more gets that wait: the next raises QueueUnderflow')}
        value={node.backlog ?? null}
        edit={(backlog) => set({ backlog: backlog ?? undefined })}
      />
    </>
  );
}

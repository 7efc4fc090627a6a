import type { ReactNode } from 'react';

import { OptionalWholeField } from '#editors/fields/OptionalWholeField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import { t } from '#words/words.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

/** How many steps a cooperative task has. */
export function TaskFields({ node }: KindFieldsProps<'cooperate'>): ReactNode {
  const { set } = useNodeFields(node.id);
  return (
    <OptionalWholeField
      label={t('Steps')}
      field="count"
      empty="endless"
      hint={
        node.count === undefined
          ? t('it goes on until it is stopped')
          : t('after the last one its Deferred fires')
      }
      value={node.count ?? null}
      edit={(count) => set({ count: count ?? undefined })}
    />
  );
}

import type { ReactNode } from 'react';

import { DurationEditor } from '#editors/duration/DurationEditor.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import { t } from '#words/words.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

/** How long a delayed call waits. */
export function DelayFields({ node }: KindFieldsProps<'callLater' | 'deferLater'>): ReactNode {
  const { set, choose } = useNodeFields(node.id);
  return (
    <DurationEditor
      label={t('Delay')}
      field="delay"
      value={node.delay}
      edit={(delay) => set({ delay })}
      choose={(delay) => {
        choose({ delay });
      }}
    />
  );
}

import type { ReactNode } from 'react';

import { choicesOf } from '#editors/fields/choices.ts';
import { CheckField } from '#editors/fields/CheckField.tsx';
import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import { DurationField } from '#editors/fields/DurationField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import { msg, t } from '#words/words.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

const FIRST_CALLS = [
  { value: 'now', text: msg('now') },
  { value: 'later', text: msg('after one interval') },
] as const;

/** When a LoopingCall calls, and with what. */
export function LoopFields({ node }: KindFieldsProps<'loopingCall'>): ReactNode {
  const { set, choose } = useNodeFields(node.id);
  return (
    <>
      <DurationField
        label={t('Interval')}
        field="interval"
        value={node.interval}
        edit={(interval) => set({ interval })}
      />
      <ChoiceField
        label={t('First call')}
        value={node.now ? 'now' : 'later'}
        choices={choicesOf(FIRST_CALLS)}
        choose={(first) => {
          choose({ now: first === 'now' });
        }}
      />
      <CheckField
        label={t('Pass the count')}
        hint={t('the function gets how many intervals have passed')}
        value={node.withCount}
        choose={(withCount) => {
          choose({ withCount });
        }}
      />
    </>
  );
}

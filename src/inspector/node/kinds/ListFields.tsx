import type { ReactNode } from 'react';

import { choicesOf } from '#editors/fields/choices.ts';
import { CheckField } from '#editors/fields/CheckField.tsx';
import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import { msg, t } from '#words/words.ts';

import type { KindFieldsProps } from './kindFieldsProps.ts';

const FORMS = [
  { value: 'list', text: msg('DeferredList') },
  { value: 'gather', text: msg('gatherResults') },
] as const;

const HELP = {
  list: msg('fires with (success, result) for each member'),
  gather: msg('fires with the results alone; fails with a FirstError as soon as a member fails'),
} as const;

/** How a list waits for its members, and what it does with their failures. */
export function ListFields({ node }: KindFieldsProps<'deferredList'>): ReactNode {
  const { choose } = useNodeFields(node.id);
  const form = node.gather ? 'gather' : 'list';
  return (
    <>
      <ChoiceField
        label={t('Form')}
        value={form}
        choices={choicesOf(FORMS)}
        hint={t(HELP[form])}
        choose={(chosen) => {
          // gatherResults has both of these as it must: neither can be chosen.
          choose(
            chosen === 'gather'
              ? { gather: true, fireOnOneCallback: false, fireOnOneErrback: false }
              : { gather: false },
          );
        }}
      />
      <CheckField
        label={t('Start members')}
        hint={
          node.startMembers
            ? t('starts each member first, in order')
            : t('waits for the newest start of each, which must be there')
        }
        value={node.startMembers}
        choose={(startMembers) => {
          choose({ startMembers });
        }}
      />
      {node.gather ? null : (
        <>
          <CheckField
            label={t('Fire on one callback')}
            hint={t('fires as soon as one member has a result, with it and its index')}
            value={node.fireOnOneCallback}
            choose={(fireOnOneCallback) => {
              choose({ fireOnOneCallback });
            }}
          />
          <CheckField
            label={t('Fire on one errback')}
            hint={t('fails as soon as one member fails, with a FirstError')}
            value={node.fireOnOneErrback}
            choose={(fireOnOneErrback) => {
              choose({ fireOnOneErrback });
            }}
          />
        </>
      )}
      <CheckField
        label={t('Consume errors')}
        hint={t('a member’s failure counts as handled: it is not logged as unhandled')}
        value={node.consumeErrors}
        choose={(consumeErrors) => {
          choose({ consumeErrors });
        }}
      />
    </>
  );
}

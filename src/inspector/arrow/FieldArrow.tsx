import type { ReactNode } from 'react';

import { CheckField } from '#editors/fields/CheckField.tsx';
import { ResourceField } from '#inspector/node/kinds/ResourceField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import type { FieldEdge } from '#schedule/edges.ts';
import { nodeWithId } from '#schedule/places.ts';
import { useSchedule } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './ArrowView.module.css';

interface FieldArrowProps {
  readonly arrow: FieldEdge;
}

/** The field of a node that an arrow is drawn from: a member of a list, a semaphore, a queue. */
export function FieldArrow({ arrow }: FieldArrowProps): ReactNode {
  const { source, target, field, index } = arrow;
  const node = nodeWithId(useSchedule(), source);
  const { choose } = useNodeFields(source);
  if (field !== 'member') {
    return (
      <>
        <p className={styles.where}>
          {field === 'semaphore'
            ? t('{{source}} runs when {{target}} has a token for it', { source, target })
            : t('{{source}} takes the next value out of {{target}}', { source, target })}
        </p>
        <ResourceField id={source} kind={field} value={target} />
      </>
    );
  }
  if (node?.kind !== 'deferredList') return null;
  const member = { number: index + 1, all: node.members.length, source };
  return (
    <>
      <p className={styles.where}>
        {node.startMembers
          ? t(
              'Member {{number}} of {{all}} of {{source}}, which starts it and waits for it',
              member,
            )
          : t(
              'Member {{number}} of {{all}} of {{source}}, which waits for its newest start',
              member,
            )}
      </p>
      <CheckField
        label={t('Start members')}
        hint={t('all members of {{source}}', { source })}
        value={node.startMembers}
        choose={(startMembers) => {
          choose({ startMembers });
        }}
      />
    </>
  );
}

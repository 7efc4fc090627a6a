import type { ReactNode } from 'react';

import { CheckField } from '#editors/fields/CheckField.tsx';
import { ResourceField } from '#inspector/node/kinds/ResourceField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import type { FieldEdge } from '#schedule/edges.ts';
import { nodeWithId } from '#schedule/places.ts';
import { useSchedule } from '#store/useStudio.ts';

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
            ? `${source} runs when ${target} has a token for it`
            : `${source} takes the next value out of ${target}`}
        </p>
        <ResourceField id={source} kind={field} value={target} />
      </>
    );
  }
  if (node?.kind !== 'deferredList') return null;
  return (
    <>
      <p className={styles.where}>
        Member {index + 1} of {node.members.length} of {source}, which{' '}
        {node.startMembers ? 'starts it and waits for it' : 'waits for its newest start'}
      </p>
      <CheckField
        label="Start members"
        hint={`all members of ${source}`}
        value={node.startMembers}
        choose={(startMembers) => {
          choose({ startMembers });
        }}
      />
    </>
  );
}

import type { ReactNode } from 'react';

import { NodeChoiceField } from '#editors/fields/NodeChoiceField.tsx';
import { useNodeFields } from '#inspector/node/useNodeFields.ts';
import { useSchedule } from '#store/useStudio.ts';

interface ResourceFieldProps {
  /** The id of the node that needs it. */
  readonly id: string;
  readonly kind: 'semaphore' | 'queue';
  /** The id of the semaphore or queue. */
  readonly value: string;
}

const LABELS = { semaphore: 'Semaphore', queue: 'Queue' } as const;

/** The semaphore that guards a call, or the queue that a get takes from. */
export function ResourceField({ id, kind, value }: ResourceFieldProps): ReactNode {
  const { choose } = useNodeFields(id);
  const { nodes } = useSchedule();
  return (
    <NodeChoiceField
      label={LABELS[kind]}
      value={value}
      ids={nodes.filter((node) => node.kind === kind).map((node) => node.id)}
      choose={(chosen) => {
        choose({ [kind]: chosen });
      }}
    />
  );
}

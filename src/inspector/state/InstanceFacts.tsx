import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { InstanceState } from '#trace/instanceState.ts';

import { latenessWords, leftWords, pendingWords } from './callWords.ts';
import { Facts, type Fact } from './Facts.tsx';

interface InstanceFactsProps {
  /** The kind of the node. */
  readonly kind: string;
  readonly instance: InstanceState;
  readonly time: Seconds;
}

/** When a node was last started, and the delayed call that it has pending. */
export function InstanceFacts({ kind, instance, time }: InstanceFactsProps): ReactNode {
  const { startedAt, instance: number } = instance;
  const started = `at ${formatTime(startedAt)} s`;
  const facts: Fact[] = [
    ['Started', number > 1 ? `${started}, instance ${number}` : started],
    ...(kind === 'deferred'
      ? []
      : ([
          ['Pending call', pendingWords(instance)],
          ['Time left', leftWords(instance, time)],
          ['Last call', latenessWords(instance)],
        ] as const)),
  ];
  return <Facts facts={facts} />;
}

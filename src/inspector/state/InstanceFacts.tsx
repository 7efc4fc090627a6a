import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { useNow } from '#store/useStudio.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { InstanceState } from '#trace/instanceState.ts';

import { hasDelayedCall, latenessWords, leftWords, pendingWords } from './callWords.ts';
import { Facts, type Fact } from './Facts.tsx';
import { momentsToCome } from './momentsToCome.ts';

interface InstanceFactsProps {
  /** The kind of the node. */
  readonly kind: string;
  readonly instance: InstanceState;
  readonly time: Seconds;
}

/** When a node was last started, and the delayed call that it has pending. */
export function InstanceFacts({ kind, instance, time }: InstanceFactsProps): ReactNode {
  const state = useNow((now) => now.state);
  if (kind === 'outsideEvent') {
    const moments = momentsToCome(state, instance.node);
    const due = moments[0] ?? null;
    return (
      <Facts
        facts={[
          ['Next call', due === null ? 'none' : `at ${formatTime(due)} s`],
          ['Time left', leftWords(due, time)],
          ['Still to come', moments.length === 1 ? '1 call' : `${moments.length} calls`],
        ]}
      />
    );
  }
  const { startedAt, instance: number } = instance;
  const started = `at ${formatTime(startedAt)} s`;
  const facts: Fact[] = [
    ['Started', number > 1 ? `${started}, instance ${number}` : started],
    ...(hasDelayedCall(kind)
      ? ([
          ['Pending call', pendingWords(instance)],
          ['Time left', leftWords(instance.due, time)],
          ['Last call', latenessWords(instance)],
        ] as const)
      : []),
  ];
  return <Facts facts={facts} />;
}

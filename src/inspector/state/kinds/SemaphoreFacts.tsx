import type { ReactNode } from 'react';

import { Facts } from '#inspector/state/Facts.tsx';
import { InstanceList } from '#inspector/state/InstanceList.tsx';
import { useNow } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

interface SemaphoreFactsProps {
  /** The node's index in the trace. */
  readonly index: number;
}

/** A semaphore's tokens: how many are free, who has the others, who waits for one. */
export function SemaphoreFacts({ index }: SemaphoreFactsProps): ReactNode {
  const trace = useNow((now) => now.trace);
  const state = useNow((now) => now.state.semaphore(index));
  const tokens = trace.header.nodes[index]?.tokens ?? 0;
  return (
    <Facts
      facts={[
        [
          t('Tokens free'),
          t('{{number}} of {{all}}', { number: state?.free ?? tokens, all: tokens }),
        ],
        [t('Held by'), <InstanceList key="held" trace={trace} refs={state?.holders ?? []} />],
        [t('Wait in line'), <InstanceList key="wait" trace={trace} refs={state?.waiting ?? []} />],
      ]}
    />
  );
}

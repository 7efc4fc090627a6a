import type { ReactNode } from 'react';

import { Facts } from '#inspector/state/Facts.tsx';
import { InstanceList } from '#inspector/state/InstanceList.tsx';
import { useNow } from '#store/useStudio.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import { NO_INSTANCE } from '#trace/traceHeader.ts';
import { t } from '#words/words.ts';

import { placeInLine, turnWords } from './lineWords.ts';

interface TurnFactsProps {
  readonly of: 'semaphore' | 'queue';
  readonly instance: InstanceState;
  /** The index of the semaphore or queue in the trace. */
  readonly resource: number;
}

/** How a guarded call stands to the semaphore, or a get to the queue. */
export function TurnFacts({ of, instance, resource }: TurnFactsProps): ReactNode {
  const trace = useNow((now) => now.trace);
  const found = useNow(({ state }) =>
    of === 'semaphore' ? state.semaphore(resource) : state.queue(resource),
  );
  const place = placeInLine(found?.waiting ?? [], instance);
  const refs = [{ node: resource, instance: NO_INSTANCE }];
  return (
    <Facts
      facts={[
        [
          of === 'semaphore' ? t('Semaphore') : t('Queue'),
          <InstanceList key="resource" trace={trace} refs={refs} />,
        ],
        [of === 'semaphore' ? t('Token') : t('Value'), turnWords(instance.turn, of, place)],
      ]}
    />
  );
}

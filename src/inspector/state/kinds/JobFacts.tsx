import type { ReactNode } from 'react';

import { Facts } from '#inspector/state/Facts.tsx';
import { useNow } from '#store/useStudio.ts';
import type { InstanceState, JobState } from '#trace/instanceState.ts';
import { t } from '#words/words.ts';

import { jobWords, placeInLine } from './lineWords.ts';

interface JobFactsProps {
  readonly instance: InstanceState;
  readonly job: JobState;
}

/** Where a job for the thread pool is, and how busy the pool is. */
export function JobFacts({ instance, job }: JobFactsProps): ReactNode {
  const pool = useNow((now) => now.state.pool);
  const { max } = useNow((now) => now.trace.header.threadPool);
  return (
    <Facts
      facts={[
        [t('Its job'), jobWords(job, placeInLine(pool.queued, instance))],
        [t('Workers busy'), t('{{size}} of at most {{max}}', { size: pool.workers.size, max })],
        [t('In line'), t('{{count}} jobs', { count: pool.queued.length })],
      ]}
    />
  );
}

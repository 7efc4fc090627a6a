import type { ReactNode } from 'react';

import { NOTHING } from '#inspector/state/callWords.ts';
import { Facts } from '#inspector/state/Facts.tsx';
import { InstanceList } from '#inspector/state/InstanceList.tsx';
import type { TaskState } from '#trace/instanceState.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import { taskWords } from './taskWords.ts';

interface TaskFactsProps {
  readonly trace: Trace;
  readonly task: TaskState;
}

/** How far a cooperative task is. */
export function TaskFacts({ trace, task }: TaskFactsProps): ReactNode {
  const { steps, waitsOn } = task;
  return (
    <Facts
      facts={[
        [t('Steps'), String(steps)],
        [t('Goes on'), taskWords(task)],
        [
          t('Waits for'),
          waitsOn === null ? NOTHING : <InstanceList key="waits" trace={trace} refs={[waitsOn]} />,
        ],
      ]}
    />
  );
}

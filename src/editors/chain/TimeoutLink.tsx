import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { DurationField } from '#editors/fields/DurationField.tsx';
import { setTimeoutSeconds } from '#schedule/chainEdits.ts';
import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './TimeoutLink.module.css';

interface TimeoutLinkProps {
  /** The node's id. */
  readonly id: string;
  readonly index: number;
  readonly seconds: Seconds;
}

/** A limit for what stands before it: how long the chain may take until here. */
export function TimeoutLink({ id, index, seconds }: TimeoutLinkProps): ReactNode {
  const studio = useStudio();
  return (
    <div className={styles.timeout}>
      <DurationField
        label={t('Timeout')}
        field="timeout"
        hint={t('from its start; then it fails with TimeoutError')}
        value={seconds}
        edit={(typed) => studio.edit(setTimeoutSeconds(id, index, typed))}
      />
    </div>
  );
}

import type { ReactNode } from 'react';

import type { FieldLayout } from '#graph/layout/fieldLayout.ts';

import styles from './Card.module.css';
import { StepLines } from './StepLines.tsx';

/** The nodes that a node names in a field: a list's members, a guard's semaphore, a get's queue. */
export function FieldBlock({ field }: { readonly field: FieldLayout }): ReactNode {
  const { top, height, heading, lines } = field;
  return (
    <div className={styles.field} style={{ top, height }}>
      <StepLines lines={[heading]} />
      <StepLines lines={lines} />
    </div>
  );
}

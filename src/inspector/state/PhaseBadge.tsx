import type { ReactNode } from 'react';

import type { Phase } from '#trace/describeInstance.ts';
import { ToneMark } from '#ui/ToneMark.tsx';

import styles from './PhaseBadge.module.css';

interface PhaseBadgeProps {
  readonly phase: Phase;
}

/** What an instance is doing, as the badge of its card shows it. */
export function PhaseBadge({ phase }: PhaseBadgeProps): ReactNode {
  return (
    <span className={styles.badge} data-tone={phase.tone} title={phase.text}>
      <ToneMark tone={phase.tone} />
      <span className={styles.text}>{phase.text}</span>
    </span>
  );
}

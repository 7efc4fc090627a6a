import type { ReactNode } from 'react';

import styles from './Folded.module.css';

interface FoldedProps {
  /** Whether the panel is folded away. */
  readonly away: boolean;
  readonly children: ReactNode;
}

/** What a panel holds: out of sight and out of the tab order while the panel is folded away. */
export function Folded({ away, children }: FoldedProps): ReactNode {
  return (
    <div className={styles.content} hidden={away}>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Separator } from 'react-resizable-panels';

import styles from './PanelSeparator.module.css';

interface PanelSeparatorProps {
  /** What moving it changes: its accessible name. */
  readonly label: string;
}

/** The line between two panels: dragged, moved with the arrows, or with Enter folding a panel away. */
export function PanelSeparator({ label }: PanelSeparatorProps): ReactNode {
  return <Separator className={styles.separator} aria-label={label} />;
}

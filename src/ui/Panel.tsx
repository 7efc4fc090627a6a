import type { ReactNode } from 'react';

import styles from './Panel.module.css';

interface PanelProps {
  /** The name of the landmark. */
  readonly label: string;
  /** Shown above the content: the label itself, or something that says more. */
  readonly heading?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of the screen: a landmark with an optional heading and its own scrolling. */
export function Panel({ label, heading, className, children }: PanelProps): ReactNode {
  return (
    <section aria-label={label} className={[styles.panel, className].filter(Boolean).join(' ')}>
      {heading === undefined ? null : <div className={styles.heading}>{heading}</div>}
      <div className={styles.body}>{children}</div>
    </section>
  );
}

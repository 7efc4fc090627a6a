import type { ReactNode } from 'react';

import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the inspector under a small heading. */
export function Section({ title, children }: SectionProps): ReactNode {
  return (
    <div className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </div>
  );
}

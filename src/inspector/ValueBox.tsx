import type { ReactNode } from 'react';

import styles from './ValueBox.module.css';

interface ValueBoxProps {
  readonly text: string;
}

/** A value in full. A long one scrolls. */
export function ValueBox({ text }: ValueBoxProps): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without the focus no key scrolls it
    <pre className={styles.value} tabIndex={0}>
      {text}
    </pre>
  );
}

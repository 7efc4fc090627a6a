import type { ReactNode } from 'react';

import styles from './Logo.module.css';

/** The mark: a clock whose hands are the two rails. */
export function Logo(): ReactNode {
  return (
    <svg className={styles.logo} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle className={styles.face} cx="10" cy="10" r="8" />
      <path className={styles.result} d="M10 5v5" />
      <path className={styles.failure} d="M10 10l3.6 2.4" />
    </svg>
  );
}

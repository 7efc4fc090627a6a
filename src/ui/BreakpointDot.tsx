import type { ReactNode } from 'react';

import styles from './BreakpointDot.module.css';

interface BreakpointDotProps {
  /** A breakpoint that is switched off is a ring. */
  readonly on: boolean;
  /** What it says to those who do not see it; without it, words stand beside it. */
  readonly label?: string;
  readonly size?: number;
}

/** The round mark of a breakpoint. */
export function BreakpointDot({ on, label, size = 10 }: BreakpointDotProps): ReactNode {
  return (
    <svg
      className={styles.dot}
      width={size}
      height={size}
      viewBox="0 0 10 10"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {label === undefined ? null : <title>{label}</title>}
      {on ? (
        <circle cx="5" cy="5" r="4.5" fill="currentColor" />
      ) : (
        <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
    </svg>
  );
}

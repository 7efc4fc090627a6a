import type { ReactNode } from 'react';

import type { CodeLine } from './codeLine.ts';
import styles from './CodeLineView.module.css';

interface CodeLineViewProps {
  /** Its number, from 1. */
  readonly number: number;
  /** How many lines there are: the numbers are as wide as the last one. */
  readonly count: number;
  readonly line: CodeLine;
  /** Whether it is one of those that matter now. */
  readonly marked?: boolean;
}

/** A line of code with its number. */
export function CodeLineView({
  number,
  count,
  line,
  marked = false,
}: CodeLineViewProps): ReactNode {
  return (
    <div className={styles.line} data-marked={marked || undefined}>
      <span
        className={styles.number}
        style={{ minWidth: `${String(count).length}ch` }}
        aria-hidden="true"
      >
        {number}
      </span>
      <code className={styles.text}>
        {line.map(({ column, text, kind }) =>
          kind === null ? (
            text
          ) : (
            <span key={column} data-kind={kind}>
              {text}
            </span>
          ),
        )}
        {'\n'}
      </code>
    </div>
  );
}

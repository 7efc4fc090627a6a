import type { ReactNode } from 'react';

import type { CodeLine } from './codeLine.ts';
import { CodeLineView } from './CodeLineView.tsx';
import styles from './CodeExcerpt.module.css';
import { dedented } from './dedented.ts';

interface CodeExcerptProps {
  /** All lines of the code. */
  readonly lines: readonly CodeLine[];
  /** The lines that are shown, from 1, both included. */
  readonly first: number;
  readonly last: number;
}

/** Some lines of a code with the numbers that they have in it, as far left as they go, wrapped where they are long. */
export function CodeExcerpt({ lines, first, last }: CodeExcerptProps): ReactNode {
  const shown = dedented(lines.slice(first - 1, last)).map((line, index) => ({
    line,
    number: first + index,
  }));
  return (
    <div className={styles.excerpt}>
      {shown.map(({ line, number }) => (
        <CodeLineView key={number} number={number} count={lines.length} line={line} />
      ))}
    </div>
  );
}

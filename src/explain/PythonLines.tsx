import type { ReactNode } from 'react';

import type { CodeLines } from '#store/codeLines.ts';
import type { usePython } from '#store/usePython.ts';
import { CodeExcerpt } from '#ui/code/CodeExcerpt.tsx';
import { usePythonLines } from '#ui/code/usePythonLines.ts';
import { t } from '#words/words.ts';

import styles from './Explanation.module.css';

interface PythonLinesProps {
  readonly program: ReturnType<typeof usePython>;
  readonly ranges: readonly CodeLines[];
}

/** Lines of the exported program under a heading; nothing where there are none. */
export function PythonLines({ program, ranges }: PythonLinesProps): ReactNode {
  const lines = usePythonLines(program.text);
  if (ranges.length === 0) return null;
  return (
    <>
      <h3 className={styles.label}>{t('In Python')}</h3>
      {ranges.map(({ first, last }) => (
        <CodeExcerpt key={first} lines={lines} first={first} last={last} />
      ))}
    </>
  );
}

import type { ReactNode } from 'react';

import { useProblems } from '#app/problems/useProblems.ts';
import { formatCount } from '#app/run/runWords.ts';
import { CommandButton } from '#commands/CommandButton.tsx';
import { CommandIcon } from '#commands/CommandIcon.tsx';

import styles from './ProblemsButton.module.css';

/** How many problems there are; leads to their list. */
export function ProblemsButton(): ReactNode {
  const problems = useProblems();
  const hasError = problems.some(({ severity }) => severity === 'error');
  const count = formatCount(problems.length);
  return (
    <CommandButton command="problems" note={count}>
      <span
        className={styles.face}
        data-tone={problems.length === 0 ? 'none' : hasError ? 'error' : 'warning'}
      >
        <CommandIcon command="problems" />
        {count}
      </span>
    </CommandButton>
  );
}

import type { ReactNode } from 'react';

import { formatCount } from '#app/run/runWords.ts';
import { CommandButton } from '#commands/CommandButton.tsx';
import { CommandIcon } from '#commands/CommandIcon.tsx';

import { worstOf } from '#lint/finding.ts';
import { useFindings } from '#store/useStudio.ts';

import styles from './ProblemsButton.module.css';

/** How many problems there are; leads to their list. */
export function ProblemsButton(): ReactNode {
  const problems = useFindings();
  const count = formatCount(problems.length);
  return (
    <span className={styles.place} data-of-run>
      <CommandButton command="problems" note={count}>
        <span className={styles.face} data-tone={worstOf(problems) ?? 'none'}>
          <CommandIcon command="problems" />
          {count}
        </span>
      </CommandButton>
    </span>
  );
}

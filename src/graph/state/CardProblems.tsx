import type { ReactNode } from 'react';

import { SeverityMark } from '#findings/SeverityMark.tsx';
import { useGraphActions } from '#graph/useGraphActions.ts';
import { worstOf } from '#lint/finding.ts';
import { useFindingsOf } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './CardProblems.module.css';

interface CardProblemsProps {
  /** The node's id. */
  readonly node: string;
}

/** What is questionable about a card's node: the worst of it, and how much; opens the list. It is a part of the card's name. */
export function CardProblems({ node }: CardProblemsProps): ReactNode {
  const findings = useFindingsOf(node);
  const { showProblems } = useGraphActions();
  const worst = worstOf(findings);
  if (worst === null) return null;
  const { length } = findings;
  const words = t('{{count}} problems', { count: length });
  return (
    // Names leave out what is hidden inside of a part, not the part itself.
    <span id={`card-${node}-problems`}>
      <button
        type="button"
        className={`${styles.problems} nodrag nopan nokey`}
        data-of-run
        data-severity={worst}
        aria-label={words}
        title={t('{{words}} (Ctrl+.)', { words })}
        tabIndex={-1}
        onClick={() => {
          showProblems(node);
        }}
      >
        <SeverityMark severity={worst} />
        {length > 1 ? length : null}
      </button>
    </span>
  );
}

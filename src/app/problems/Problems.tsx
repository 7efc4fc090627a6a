import { TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { List, useDynamicRowHeight, type RowComponentProps } from 'react-window';

import { formatCount } from '#app/run/runWords.ts';
import { Panel } from '#ui/Panel.tsx';
import { ToneMark } from '#ui/ToneMark.tsx';

import type { ListedProblem, ProblemTarget } from './listedProblem.ts';
import styles from './Problems.module.css';
import { PROBLEMS_ID } from './showProblems.ts';
import { useGoToProblem } from './useGoToProblem.ts';
import { useProblems } from './useProblems.ts';

/** The height of a problem of two lines, in CSS pixels. */
const ROW_HEIGHT = 58;

/** What is wrong or odd in the schedule and in its run; each problem leads to its place. */
export function Problems(): ReactNode {
  const problems = useProblems();
  const goTo = useGoToProblem();
  const rowHeight = useDynamicRowHeight({ defaultRowHeight: ROW_HEIGHT });
  const heading = (
    <>
      <span>Problems</span>
      {problems.length === 0 ? null : (
        <span className={styles.count}>{formatCount(problems.length)}</span>
      )}
    </>
  );
  return (
    <Panel label="Problems" heading={heading}>
      <div id={PROBLEMS_ID} className={styles.place} tabIndex={-1}>
        {problems.length === 0 ? (
          <p className={styles.none}>
            None. What is odd in the schedule, or goes wrong in its run, is listed here.
          </p>
        ) : (
          <List
            className={styles.list ?? ''}
            aria-label="Problems of the schedule and its run"
            rowComponent={ProblemRow}
            rowCount={problems.length}
            rowHeight={rowHeight}
            rowProps={{ problems, goTo }}
            defaultHeight={4 * ROW_HEIGHT}
          />
        )}
      </div>
    </Panel>
  );
}

interface ProblemRowData {
  readonly problems: readonly ListedProblem[];
  readonly goTo: (target: ProblemTarget) => void;
}

function ProblemRow({
  index,
  style,
  ariaAttributes,
  problems,
  goTo,
}: RowComponentProps<ProblemRowData>): ReactElement | null {
  const problem = problems[index];
  if (problem === undefined) return null;
  const { severity, subject, when, text, target } = problem;
  return (
    <div {...ariaAttributes} style={style}>
      <button
        type="button"
        className={styles.problem}
        onClick={() => {
          goTo(target);
        }}
      >
        <span className={styles.mark}>
          {severity === 'error' ? (
            <ToneMark tone="failure" />
          ) : (
            <TriangleAlert className={styles.warning} size={12} aria-hidden="true" />
          )}
        </span>
        <span className={styles.words}>
          <span className="visuallyHidden">{severity === 'error' ? 'Error: ' : 'Warning: '}</span>
          <b className={styles.subject}>{subject}</b>
          {when === '' ? null : <span className={styles.when}> {when}</span>}
          <span className={styles.text}>{text}</span>
        </span>
      </button>
    </div>
  );
}

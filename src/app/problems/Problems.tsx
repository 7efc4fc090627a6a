import { useRef, type ReactElement, type ReactNode } from 'react';
import { List, useDynamicRowHeight, type RowComponentProps } from 'react-window';

import { formatCount } from '#app/run/runWords.ts';
import { FindingItem } from '#findings/FindingItem.tsx';
import { useFocusAfterFix } from '#findings/useFocusAfterFix.ts';
import { worstOf, type Finding } from '#lint/finding.ts';
import { useFindings } from '#store/useStudio.ts';
import { Panel } from '#ui/Panel.tsx';
import { t } from '#words/words.ts';

import styles from './Problems.module.css';
import { PROBLEMS_ID } from './showProblems.ts';

/** The height of a problem of two lines with a fix, in CSS pixels. */
const ROW_HEIGHT = 88;

/** What is questionable in the schedule and what went wrong in its run, with what mends it. */
export function Problems(): ReactNode {
  const findings = useFindings();
  const place = useRef<HTMLDivElement>(null);
  const onFixed = useFocusAfterFix(place, () => place.current?.focus());
  const rowHeight = useDynamicRowHeight({ defaultRowHeight: ROW_HEIGHT });
  const heading = (
    <>
      <span>{t('Problems')}</span>
      {findings.length === 0 ? null : (
        <span className={styles.count} data-of-run data-severity={worstOf(findings)}>
          {formatCount(findings.length)}
        </span>
      )}
    </>
  );
  return (
    <Panel label={t('Problems')} heading={heading}>
      <div ref={place} id={PROBLEMS_ID} className={styles.place} tabIndex={-1} data-of-run>
        {findings.length === 0 ? (
          <p className={styles.none}>
            {t('None. What is odd in the schedule, or goes wrong in its run, is listed here.')}
          </p>
        ) : (
          <List
            className={styles.list ?? ''}
            aria-label={t('Problems of the schedule and its run')}
            rowComponent={ProblemRow}
            rowCount={findings.length}
            rowHeight={rowHeight}
            rowProps={{ findings, onFixed }}
            defaultHeight={4 * ROW_HEIGHT}
          />
        )}
      </div>
    </Panel>
  );
}

interface ProblemRowData {
  readonly findings: readonly Finding[];
  readonly onFixed: () => void;
}

function ProblemRow({
  index,
  style,
  ariaAttributes,
  findings,
  onFixed,
}: RowComponentProps<ProblemRowData>): ReactElement | null {
  const finding = findings[index];
  if (finding === undefined) return null;
  return (
    <div {...ariaAttributes} style={style} className={styles.row}>
      <FindingItem finding={finding} onFixed={onFixed} />
    </div>
  );
}

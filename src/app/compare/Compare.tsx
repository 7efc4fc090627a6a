import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { List, useListCallbackRef } from 'react-window';

import { movedCursor } from '#app/events/movedCursor.ts';
import { useFollowedRow } from '#app/reading/useFollowedRow.ts';
import { CommandButton } from '#app/widgets/CommandButton.tsx';
import { useComparedRuns, usePinnedRun, useRun, useStudio } from '#store/useStudio.ts';
import { Panel } from '#ui/Panel.tsx';

import styles from './Compare.module.css';
import { comparisonSentence } from './compareWords.ts';
import { DifferenceRow } from './DifferenceRow.tsx';
import { NodeTable } from './NodeTable.tsx';

/** The height of a row in CSS pixels. */
const ROW_HEIGHT = 24;

interface CompareProps {
  /** Whether it stands below a tab, which has its name. */
  readonly tabbed?: boolean;
}

/** The present run beside one that was pinned: what is gone, new, moved and changed, and where. */
export function Compare({ tabbed = false }: CompareProps): ReactNode {
  const pinned = usePinnedRun();
  const { comparison, progress } = useComparedRuns();
  const { trace } = useRun();
  const isStale = comparison !== null && comparison.own.trace !== trace;

  const heading = (
    <>
      {tabbed ? null : <span className={styles.title}>Compare</span>}
      {progress !== null || isStale ? (
        <span className={styles.state}>
          {progress === null ? 'comparing' : `comparing ${Math.floor(progress * 100)} %`}
        </span>
      ) : null}
      <span className={styles.tools}>
        <CommandButton command="previousDifference" look="plain" />
        <CommandButton command="nextDifference" look="plain" />
        <CommandButton command="pinRun" look="plain" />
      </span>
    </>
  );
  return (
    <Panel label="Compare" heading={heading} className={tabbed ? 'tabbed' : ''}>
      {pinned === null ? (
        <p className={styles.empty}>
          Pin this run, then edit the schedule: what becomes different is listed here, and the lanes
          show the pinned run faintly beneath. It is kept until you leave the page.
        </p>
      ) : comparison === null ? (
        <p className={styles.empty}>The runs are being compared.</p>
      ) : pinned.trace === comparison.own.trace ? (
        <p className={styles.empty}>
          This is the pinned run itself. Edit the schedule: what becomes different is listed here.
        </p>
      ) : (
        <div className={styles.content} data-stale={isStale}>
          <p className={styles.summary}>{comparisonSentence(comparison)}</p>
          <NodeTable comparison={comparison} />
          <Differences key={comparison.count} />
        </div>
      )}
    </Panel>
  );
}

/** The differences, a row each, in the order of time. Arrows move a cursor, Enter or a press goes there. */
function Differences(): ReactNode {
  const studio = useStudio();
  const { comparison, at } = useComparedRuns();
  const [list, setList] = useListCallbackRef(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const count = comparison?.count ?? 0;
  const active = Math.min(cursor ?? at ?? 0, count - 1);
  const onResize = useFollowedRow(list, cursor ?? at, count, true);
  if (comparison === null || count === 0) return null;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      studio.goToDifference(active);
      return;
    }
    const page = Math.floor((list?.element?.clientHeight ?? 0) / ROW_HEIGHT) - 1;
    const moved = movedCursor(event.key, active, count, Math.max(1, page));
    if (moved === null) return;
    event.preventDefault();
    setCursor(moved);
  };
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest('[data-row]')?.getAttribute('data-row');
    if (row === null || row === undefined) return;
    setCursor(null);
    studio.goToDifference(Number(row));
  };
  return (
    <List
      listRef={setList}
      className={styles.list ?? ''}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
      role="listbox"
      aria-label="Differences of the two runs"
      tabIndex={0}
      aria-activedescendant={`difference-${active}`}
      rowComponent={DifferenceRow}
      rowCount={count}
      rowHeight={ROW_HEIGHT}
      rowProps={{ comparison, cursor, at }}
      onResize={onResize}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={() => {
        setCursor(null);
      }}
    />
  );
}

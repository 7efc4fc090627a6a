import { useId, type ReactNode } from 'react';
import { useRowHeight } from '#app/reading/useRowHeight.ts';
import { List, useListCallbackRef } from 'react-window';

import { listRowId } from '#app/reading/listRowId.ts';
import { rowAt } from '#app/reading/rowAt.ts';
import { useFollowedRow } from '#app/reading/useFollowedRow.ts';
import { useListCursor } from '#app/reading/useListCursor.ts';
import { CommandButton } from '#commands/CommandButton.tsx';
import type { PinnedRun } from '#store/pinnedRun.ts';
import { useComparedRuns, usePinnedRun, useRun, useStudio } from '#store/useStudio.ts';
import { Panel } from '#ui/Panel.tsx';
import { t } from '#words/words.ts';

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
      <span className={styles.title}>{tabbed ? pinnedName(pinned) : t('Compare')}</span>
      {progress !== null || isStale ? (
        <span className={styles.state}>
          {progress === null
            ? t('comparing')
            : t('comparing {{percent}} %', { percent: Math.floor(progress * 100) })}
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
    <Panel label={t('Compare')} heading={heading}>
      {pinned === null ? (
        <p className={styles.empty}>
          {t(
            'Pin this run, then edit the schedule: what becomes different is listed here, and the lanes show the pinned run faintly beneath. It is kept until you leave the page.',
          )}
        </p>
      ) : comparison === null ? (
        <p className={styles.empty}>{t('The runs are being compared.')}</p>
      ) : pinned.trace === comparison.own.trace ? (
        <p className={styles.empty}>
          {t(
            'This is the pinned run itself. Edit the schedule: what becomes different is listed here.',
          )}
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

function pinnedName(pinned: PinnedRun | null): string | null {
  return pinned === null ? null : t('with {{name}}', { name: pinned.name });
}

/** The differences, a row each, in the order of time. Arrows move a cursor, Enter or a press goes there. */
function Differences(): ReactNode {
  const listId = useId();
  const studio = useStudio();
  const { comparison, at } = useComparedRuns();
  const rowHeight = useRowHeight(ROW_HEIGHT);
  const [list, setList] = useListCallbackRef(null);
  const count = comparison?.count ?? 0;
  const { cursor, active, onKeyDown, leave } = useListCursor(list, count, at, rowHeight, (row) =>
    studio.goToDifference(row),
  );
  const onResize = useFollowedRow(list, cursor ?? at, count, true);
  if (comparison === null || count === 0) return null;
  return (
    <List
      listRef={setList}
      className={styles.list ?? ''}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
      role="listbox"
      aria-label={t('Differences of the two runs')}
      tabIndex={0}
      aria-activedescendant={listRowId(listId, active)}
      rowComponent={DifferenceRow}
      rowCount={count}
      rowHeight={rowHeight}
      rowProps={{ listId, comparison, cursor, at }}
      onResize={onResize}
      onKeyDown={onKeyDown}
      onBlur={leave}
      onClick={(event) => {
        const row = rowAt(event.target);
        if (row === null) return;
        leave();
        studio.goToDifference(row);
      }}
    />
  );
}

import { useId, type ReactNode } from 'react';
import { useRowHeight } from '#app/reading/useRowHeight.ts';
import { List, useListCallbackRef } from 'react-window';

import { listRowId } from '#app/reading/listRowId.ts';
import { rowAt } from '#app/reading/rowAt.ts';
import { useFollowedRow } from '#app/reading/useFollowedRow.ts';
import { useListCursor } from '#app/reading/useListCursor.ts';
import type { Milliseconds } from '#base/units.ts';
import { CommandButton } from '#commands/CommandButton.tsx';
import { useHistory, useStudio } from '#store/useStudio.ts';
import { Panel } from '#ui/Panel.tsx';

import { HISTORY_ID } from './historyId.ts';
import styles from './HistoryPanel.module.css';
import { HistoryRow } from './HistoryRow.tsx';
import { historySteps } from '#store/history.ts';
import { t } from '#words/words.ts';
import { useClock } from './useClock.ts';

/** The height of a row in CSS pixels. */
const ROW_HEIGHT = 24;

/** How often the ages are looked at. */
const PERIOD: Milliseconds = 15_000;

interface HistoryPanelProps {
  /** Whether it stands below a tab, which has its name. */
  readonly tabbed?: boolean;
}

/** The edits, the first one on top. Arrows move a cursor; Enter or a press goes to the schedule there. */
export function HistoryPanel({ tabbed = false }: HistoryPanelProps): ReactNode {
  const listId = useId();
  const studio = useStudio();
  const history = useHistory();
  const now = useClock(PERIOD);
  const steps = historySteps(history);
  const present = history.past.length;
  const count = steps.length + 1;
  const rowHeight = useRowHeight(ROW_HEIGHT);
  const [list, setList] = useListCallbackRef(null);

  const jump = (row: number): void => {
    studio.jump(row);
  };
  const { cursor, active, onKeyDown, leave } = useListCursor(list, count, present, rowHeight, jump);
  const onResize = useFollowedRow(list, cursor ?? present, count, true);

  const heading = (
    <>
      <span className={styles.title}>
        {tabbed ? null : 'History '}
        <span className={styles.count}>{countWords(steps.length, present)}</span>
      </span>
      <span className={styles.tools}>
        <CommandButton command="undo" look="plain" />
        <CommandButton command="redo" look="plain" />
      </span>
    </>
  );
  return (
    <Panel label={t('History')} heading={heading}>
      <div id={HISTORY_ID} className={styles.place} tabIndex={-1}>
        {steps.length === 0 ? (
          <p className={styles.none}>
            {t(
              'Nothing was edited yet. Each edit is listed here, to go back to the schedule as it was then. The newest ones are kept when you leave the page.',
            )}
          </p>
        ) : (
          <List
            listRef={setList}
            className={styles.list ?? ''}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot say which steps are undone
            role="listbox"
            aria-label={t('Edits, the first one on top')}
            tabIndex={0}
            aria-activedescendant={listRowId(listId, active)}
            rowComponent={HistoryRow}
            rowCount={count}
            rowHeight={rowHeight}
            rowProps={{ listId, steps, present, cursor, now }}
            defaultHeight={8 * rowHeight}
            onResize={onResize}
            onKeyDown={onKeyDown}
            onBlur={leave}
            onClick={({ target }) => {
              const row = rowAt(target);
              if (row === null) return;
              leave();
              jump(row);
            }}
          />
        )}
      </div>
    </Panel>
  );
}

function countWords(count: number, present: number): string {
  if (count === 0) return '';
  const edits = t('{{count}} edits', { count });
  return present === count
    ? edits
    : t('{{edits}}, {{number}} undone', { edits, number: count - present });
}

import { CornerDownRight } from 'lucide-react';
import { useRowHeight } from '#app/reading/useRowHeight.ts';
import { useId, useState, type ReactNode } from 'react';
import { List, useListCallbackRef } from 'react-window';

import { listRowId } from '#app/reading/listRowId.ts';
import { movedCursor } from '#app/reading/movedCursor.ts';
import { rowAt } from '#app/reading/rowAt.ts';
import { useFollowedRow } from '#app/reading/useFollowedRow.ts';
import { useStudio } from '#store/useStudio.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { IconButton } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { t } from '#words/words.ts';

import { endOfCall } from './endOfCall.ts';
import styles from './Pending.module.css';
import { PENDING_ID } from './pendingId.ts';
import { PendingRow } from './PendingRow.tsx';
import { pendingKey } from './pendingWords.ts';
import { usePendingCalls } from './usePendingCalls.ts';

const ROW_HEIGHT = 24;

interface PendingProps {
  /** Whether it stands below a tab, which has its name. */
  readonly tabbed?: boolean;
}

/** The reactor's queue at the playhead: the calls that wait for their time, the next one first. */
export function Pending({ tabbed = false }: PendingProps): ReactNode {
  const listId = useId();
  const studio = useStudio();
  const pending = usePendingCalls();
  const { calls, now } = pending;
  const rowHeight = useRowHeight(ROW_HEIGHT);
  const [list, setList] = useListCallbackRef(null);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const found = chosenKey === null ? -1 : calls.findIndex((call) => pendingKey(call) === chosenKey);
  const chosen = found === -1 ? null : found;
  const onResize = useFollowedRow(list, chosen, calls.length, chosen !== null);

  const choose = (row: number): void => {
    const call = calls[row];
    if (call === undefined) return;
    setChosenKey(pendingKey(call));
    const nodes = call.of === null ? [] : [nodeName(now.trace, call.of.node)];
    studio.select({ event: null, nodes, edges: [] });
  };
  /** To where a call runs or is cancelled; to its time where that is not simulated yet. */
  const goTo = (row: number): void => {
    const call = calls[row];
    if (call === undefined) return;
    const end = endOfCall(now.trace, now.count, call);
    if (end !== null) {
      studio.goToEvent(end);
      return;
    }
    studio.pause();
    studio.seek(call.due);
  };

  const heading = (
    <>
      {tabbed ? null : <span>{t('Pending calls')}</span>}
      <span className={styles.count}>{countWords(calls.length)}</span>
      <IconButton
        look="plain"
        className={styles.go}
        label={t('Go to where the call runs')}
        title={t('Go to where the chosen call runs, or else the first one')}
        aria-disabled={calls.length === 0 || undefined}
        onClick={() => {
          goTo(chosen ?? 0);
        }}
      >
        <CornerDownRight size={15} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </>
  );
  return (
    <Panel label={t('Pending calls')} heading={heading} className={styles.panel ?? ''}>
      <div id={PENDING_ID} className={styles.place} tabIndex={-1}>
        {calls.length === 0 ? (
          <p className={styles.none}>
            {t('Nothing is pending: at the playhead no call waits for its time.')}
          </p>
        ) : (
          <List
            listRef={setList}
            className={styles.list ?? ''}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
            role="listbox"
            aria-label={t('Pending calls, the next one first')}
            tabIndex={0}
            aria-activedescendant={listRowId(listId, chosen ?? 0)}
            rowComponent={PendingRow}
            rowCount={calls.length}
            rowHeight={rowHeight}
            rowProps={{ listId, pending, chosen }}
            defaultHeight={8 * rowHeight}
            onResize={onResize}
            onClick={({ target }) => {
              const row = rowAt(target);
              if (row !== null) choose(row);
            }}
            onDoubleClick={({ target }) => {
              const row = rowAt(target);
              if (row !== null) goTo(row);
            }}
            onKeyDown={(event) => {
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              const page = Math.floor((list?.element?.clientHeight ?? 0) / rowHeight) - 1;
              // The first arrow chooses the first call.
              const from = chosen ?? (event.key === 'ArrowDown' ? -1 : 0);
              const moved = movedCursor(event.key, from, calls.length, Math.max(1, page));
              if (event.key === 'Enter') goTo(chosen ?? 0);
              else if (moved === null) return;
              else choose(moved);
              event.preventDefault();
            }}
          />
        )}
      </div>
    </Panel>
  );
}

function countWords(count: number): string {
  if (count === 0) return '';
  return t('{{count}} calls', { count });
}

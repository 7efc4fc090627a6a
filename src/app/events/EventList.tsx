import { useId, useState, type ReactNode } from 'react';
import { useRowHeight } from '#app/reading/useRowHeight.ts';
import { List, useListCallbackRef } from 'react-window';

import type { NewTerm } from '#app/eventFilter/withTerm.ts';
import { listRowId } from '#app/reading/listRowId.ts';
import { rowAt } from '#app/reading/rowAt.ts';
import { useFollowedRow } from '#app/reading/useFollowedRow.ts';
import { useListCursor } from '#app/reading/useListCursor.ts';
import { useScrolledByHand } from '#app/reading/useScrolledByHand.ts';
import { endReason, runWords } from '#app/run/runWords.ts';
import { useNow, useRun, useStudio, useView } from '#store/useStudio.ts';
import { formatTime } from '#trace/formatTime.ts';
import { isPaused, type RunStatus } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import { t } from '#words/words.ts';

import { rowOf, rowsUntil, type EventIndex } from './eventIndex.ts';
import styles from './EventList.module.css';
import { EventMenu } from './EventMenu.tsx';
import { EventRow, type EventRowData } from './EventRow.tsx';

/** The height of a row in CSS pixels: what a finger can hit. */
const ROW_HEIGHT = 24;

interface EventListProps {
  readonly index: EventIndex;
  /** Whether the list keeps the playhead in sight. */
  readonly following: boolean;
  readonly onScrolledByHand: () => void;
  /** Narrows the list by a term; null: shows all again. */
  readonly onNarrow: (term: NewTerm | null) => void;
}

/** The rows. Arrows move a cursor, Enter or a press goes to the event; the last row is the run's end. */
export function EventList({
  index,
  following,
  onScrolledByHand,
  onNarrow,
}: EventListProps): ReactNode {
  const listId = useId();
  const studio = useStudio();
  const { status } = useRun();
  const count = useNow((now) => now.count);
  const selectedEvent = useView((view) => view.selection.event);
  const rowHeight = useRowHeight(ROW_HEIGHT);
  const [list, setList] = useListCallbackRef(null);
  const scrollListeners = useScrolledByHand(onScrolledByHand);
  const [menuRow, setMenuRow] = useState<number | null>(null);

  const rowCount = index.count + 1;
  const happened = rowsUntil(index, count);

  const sequenceAt = (row: number): number | null =>
    row < index.count ? (index.rows[row] ?? null) : null;
  const choose = (row: number): void => {
    const sequence = sequenceAt(row);
    if (sequence === null) {
      studio.toEnd();
      return;
    }
    studio.goToEvent(sequence);
  };
  const currentRow = happened === 0 ? null : happened - 1;
  const { cursor, active, onKeyDown, leave } = useListCursor(
    list,
    rowCount,
    currentRow,
    rowHeight,
    choose,
  );
  const follows = following || cursor !== null;
  const onResize = useFollowedRow(list, cursor ?? currentRow, rowCount, follows);
  const data: EventRowData = {
    listId,
    index,
    happened,
    cursor,
    selected: selectedEvent === null ? null : rowOf(index, selectedEvent),
    end: endLine(status, index.trace.header),
  };

  return (
    <EventMenu
      trace={index.trace}
      sequence={menuRow === null ? null : sequenceAt(menuRow)}
      onNarrow={onNarrow}
    >
      <List
        listRef={setList}
        className={styles.list ?? ''}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
        role="listbox"
        aria-label={t('Events of the run')}
        tabIndex={0}
        aria-activedescendant={listRowId(listId, active)}
        rowComponent={EventRow}
        rowCount={rowCount}
        rowHeight={rowHeight}
        rowProps={{ list: data }}
        defaultHeight={10 * rowHeight}
        onResize={onResize}
        onKeyDown={onKeyDown}
        onClick={({ target }) => {
          const row = rowAt(target);
          if (row === null) return;
          leave();
          choose(row);
        }}
        onContextMenu={({ target }) => {
          // A key has no row: it means the one that the keyboard is at.
          setMenuRow(rowAt(target) ?? active);
        }}
        onBlur={leave}
        {...scrollListeners}
      />
    </EventMenu>
  );
}

function endLine(status: RunStatus, header: TraceHeader): EventRowData['end'] {
  if (status.state !== 'ended') return { time: '', text: runWords(status, header) };
  const reason = endReason(status.end, header);
  const text = isPaused(status.end)
    ? t('paused: {{reason}}', { reason })
    : t('ended: {{reason}}', { reason });
  return { time: formatTime(status.end.time), text };
}

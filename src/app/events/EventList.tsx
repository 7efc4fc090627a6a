import { useId, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { List, useListCallbackRef } from 'react-window';

import { useFollowedRow } from '#app/reading/useFollowedRow.ts';
import { endReason, runWords } from '#app/run/runWords.ts';
import { isPaused } from '#trace/runEnd.ts';
import { useNow, useRun, useStudio, useView } from '#store/useStudio.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { RunStatus } from '#trace/runEnd.ts';
import { REACTOR, type TraceHeader } from '#trace/traceHeader.ts';

import { rowOf, rowsUntil, type EventIndex } from './eventIndex.ts';
import styles from './EventList.module.css';
import { EventRow, type EventRowData } from './EventRow.tsx';
import { eventRowId } from './eventRowId.ts';
import { movedCursor } from './movedCursor.ts';

/** The height of a row in CSS pixels: what a finger can hit. */
const ROW_HEIGHT = 24;

interface EventListProps {
  readonly index: EventIndex;
  /** Whether the list keeps the playhead in sight. */
  readonly following: boolean;
  readonly onScrolledByHand: () => void;
}

/** The rows. Arrows move a cursor, Enter or a press goes to the event; the last row is the run's end. */
export function EventList({ index, following, onScrolledByHand }: EventListProps): ReactNode {
  const listId = useId();
  const studio = useStudio();
  const { status } = useRun();
  const count = useNow((now) => now.count);
  const selectedEvent = useView((view) => view.selection.event);
  const [list, setList] = useListCallbackRef(null);
  const [cursor, setCursor] = useState<number | null>(null);

  const rowCount = index.count + 1;
  const happened = rowsUntil(index, count);
  const data: EventRowData = {
    listId,
    index,
    happened,
    cursor,
    selected: selectedEvent === null ? null : rowOf(index, selectedEvent),
    end: endLine(status, index.trace.header),
  };
  const currentRow = happened === 0 ? null : happened - 1;
  const active = Math.min(cursor ?? currentRow ?? 0, rowCount - 1);
  const follows = following || cursor !== null;
  const onResize = useFollowedRow(list, cursor ?? currentRow, rowCount, follows);

  const choose = (row: number): void => {
    studio.pause();
    setCursor(null);
    const sequence = row < index.count ? index.rows[row] : undefined;
    if (sequence === undefined) {
      studio.toEnd();
      return;
    }
    const node = index.trace.nodeAt(sequence);
    const nodes = node === REACTOR ? [] : [nodeName(index.trace, node)];
    studio.select({ event: sequence, nodes, edges: [] });
    studio.seekEvent(sequence + 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(active);
      return;
    }
    const page = Math.floor((list?.element?.clientHeight ?? 0) / ROW_HEIGHT) - 1;
    const moved = movedCursor(event.key, active, rowCount, Math.max(1, page));
    if (moved === null) return;
    event.preventDefault();
    setCursor(moved);
  };
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest('[data-row]')?.getAttribute('data-row');
    if (row !== null && row !== undefined) choose(Number(row));
  };

  return (
    <List
      listRef={setList}
      className={styles.list ?? ''}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
      role="listbox"
      aria-label="Events of the run"
      tabIndex={0}
      aria-activedescendant={eventRowId(listId, active)}
      rowComponent={EventRow}
      rowCount={rowCount}
      rowHeight={ROW_HEIGHT}
      rowProps={{ list: data }}
      defaultHeight={10 * ROW_HEIGHT}
      onResize={onResize}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={() => {
        setCursor(null);
      }}
      onWheel={(event) => {
        if (canScroll(event.currentTarget)) onScrolledByHand();
      }}
      onTouchMove={(event) => {
        if (canScroll(event.currentTarget)) onScrolledByHand();
      }}
      onPointerDown={(event) => {
        // A press beside the rows is one on the scroll bar.
        if (event.target === event.currentTarget) onScrolledByHand();
      }}
    />
  );
}

function canScroll(element: Element): boolean {
  return element.scrollHeight > element.clientHeight;
}

function endLine(status: RunStatus, header: TraceHeader): EventRowData['end'] {
  if (status.state !== 'ended') return { time: '', text: runWords(status, header) };
  const verb = isPaused(status.end) ? 'paused' : 'ended';
  return { time: formatTime(status.end.time), text: `${verb}: ${endReason(status.end, header)}` };
}

import type { ReactElement } from 'react';
import type { RowComponentProps } from 'react-window';

import { listRowId } from '#app/reading/listRowId.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';

import type { EventIndex } from './eventIndex.ts';
import rows from '#app/reading/ListRow.module.css';
import styles from './EventRow.module.css';
import { ToneMark } from '#ui/ToneMark.tsx';

/** What every row of the list is given. */
export interface EventRowData {
  readonly listId: string;
  readonly index: EventIndex;
  /** How many rows have happened at the playhead. */
  readonly happened: number;
  /** The row that the keyboard is at, or null. */
  readonly cursor: number | null;
  /** The selected event's row, or null. */
  readonly selected: number | null;
  /** The row behind the last event. */
  readonly end: { readonly time: string; readonly text: string };
}

interface Line {
  readonly time: string;
  readonly subject: string;
  readonly text: string;
  readonly mark: ReactElement;
}

/** An event; the row behind the last one says how the run ended. */
export function EventRow({
  index: row,
  style,
  ariaAttributes,
  ...list
}: RowComponentProps<{ list: EventRowData }>): ReactElement {
  const data = list.list;
  const line = lineAt(data, row);
  const name = `${line.time} ${line.subject} ${line.text}`;
  const isEnd = row >= data.index.count;
  const happened = row < data.happened;
  const classes = [
    rows.row,
    !happened && !isEnd && styles.future,
    row === data.happened - 1 && styles.current,
    row === data.selected && styles.selected,
    row === data.cursor && rows.cursor,
    isEnd && styles.end,
  ];
  return (
    <div
      {...ariaAttributes}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
      role="option"
      id={listRowId(data.listId, row)}
      aria-label={name}
      title={name}
      aria-selected={row === data.selected}
      aria-current={row === data.happened - 1 ? true : undefined}
      data-row={row}
      style={style}
      className={classes.filter(Boolean).join(' ')}
    >
      <span className={rows.time}>{line.time}</span>
      {line.mark}
      <span className={[rows.subject, styles.subject].join(' ')}>{line.subject}</span>
      <span className={rows.text}>{line.text}</span>
    </div>
  );
}

function lineAt({ index, end }: EventRowData, row: number): Line {
  if (row >= index.count) return { ...end, subject: 'run', mark: <ToneMark tone="reactor" /> };
  const sequence = index.rows[row] ?? 0;
  const { tone, subject, text } = describeEvent(index.trace, sequence);
  const time = formatTime(index.trace.timeAt(sequence));
  return { time, subject, text, mark: <ToneMark tone={tone} /> };
}

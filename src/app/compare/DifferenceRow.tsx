import type { ReactElement } from 'react';
import type { RowComponentProps } from 'react-window';

import { listRowId } from '#app/reading/listRowId.ts';
import { formatTime } from '#trace/formatTime.ts';
import type { RunComparison } from '#trace/runComparison.ts';

import { differenceWords } from './compareWords.ts';
import rows from '#app/reading/ListRow.module.css';
import styles from './DifferenceRow.module.css';

/** What every row is given. */
export interface DifferenceRowData {
  readonly listId: string;
  readonly comparison: RunComparison;
  /** The row that the keyboard is at, or null. */
  readonly cursor: number | null;
  /** The row of the difference at which the playhead stands, or null. */
  readonly at: number | null;
}

/** An event that is gone, new, moved or changed. */
export function DifferenceRow({
  index,
  style,
  ariaAttributes,
  listId,
  comparison,
  cursor,
  at,
}: RowComponentProps<DifferenceRowData>): ReactElement {
  const difference = comparison.at(index);
  const { what, subject, text } = differenceWords(comparison, difference);
  const isGone = difference.is === 'gone';
  const time = formatTime(comparison.timeOf(index));
  const name = `${time} ${what}: ${subject} ${text}`;
  return (
    <div
      {...ariaAttributes}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
      role="option"
      id={listRowId(listId, index)}
      aria-label={name}
      title={name}
      aria-selected={index === at}
      data-row={index}
      style={style}
      className={[rows.row, index === at && rows.chosen, index === cursor && rows.cursor]
        .filter(Boolean)
        .join(' ')}
    >
      <span className={rows.time}>{time}</span>
      <span className={styles.what}>{what}</span>
      <span className={[rows.subject, isGone && styles.gone].filter(Boolean).join(' ')}>
        {subject}
      </span>
      <span className={[rows.text, isGone && styles.gone].filter(Boolean).join(' ')}>{text}</span>
    </div>
  );
}

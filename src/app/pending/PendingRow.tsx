import type { ReactElement } from 'react';
import type { RowComponentProps } from 'react-window';

import { listRowId } from '#app/reading/listRowId.ts';
import { formatTime } from '#trace/formatTime.ts';
import { ToneMark } from '#ui/ToneMark.tsx';

import rows from '#app/reading/ListRow.module.css';
import { t } from '#words/words.ts';
import styles from './PendingRow.module.css';
import { pendingWords } from './pendingWords.ts';
import type { PendingCalls } from './usePendingCalls.ts';

/** What every row of the list is given. */
export interface PendingRowData {
  readonly listId: string;
  readonly pending: PendingCalls;
  /** The row that is chosen, or null. */
  readonly chosen: number | null;
}

/** A pending call: when it is due, whose and what it is, and how long it still waits. */
export function PendingRow({
  index,
  style,
  ariaAttributes,
  listId,
  pending,
  chosen,
}: RowComponentProps<PendingRowData>): ReactElement | null {
  const { now, calls } = pending;
  const call = calls[index];
  if (call === undefined) return null;
  const { subject, what, left } = pendingWords(now.trace, now.state, call, now.time);
  const due = formatTime(call.due);
  const isLate = left.endsWith('late');
  return (
    <div
      {...ariaAttributes}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
      role="option"
      id={listRowId(listId, index)}
      aria-label={`${due} ${subject} ${what}, ${left}`}
      title={t('{{subject}}: {{what}}, due at {{due}} s, {{left}}', { subject, what, due, left })}
      aria-selected={index === chosen}
      data-row={index}
      style={style}
      className={[rows.row, index === chosen && rows.chosen].filter(Boolean).join(' ')}
    >
      <span className={rows.time}>{due}</span>
      <ToneMark tone={isLate ? 'paused' : 'time'} />
      <span className={rows.subject}>{subject}</span>
      <span className={rows.text}>{what}</span>
      <span className={isLate ? styles.late : styles.left}>{left}</span>
    </div>
  );
}

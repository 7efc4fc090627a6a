import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import type { RowComponentProps } from 'react-window';

import { listRowId } from '#app/reading/listRowId.ts';
import rows from '#app/reading/ListRow.module.css';
import type { Milliseconds } from '#base/units.ts';
import type { HistoryEntry } from '#store/history.ts';
import { t } from '#words/words.ts';

import { ageWords } from './ageWords.ts';
import styles from './HistoryRow.module.css';

/** What every row of the list is given. */
export interface HistoryRowData {
  readonly listId: string;
  readonly steps: readonly HistoryEntry[];
  /** The row of the schedule as it is now. */
  readonly present: number;
  /** The row that the keyboard is at, or null. */
  readonly cursor: number | null;
  readonly now: Milliseconds;
}

/** The schedule after a step of the history; row 0 is the schedule before the first one. */
export function HistoryRow({
  index,
  style,
  ariaAttributes,
  listId,
  steps,
  present,
  cursor,
  now,
}: RowComponentProps<HistoryRowData>): ReactElement {
  const step = index === 0 ? null : steps[index - 1];
  const label = step?.label ?? t('before these edits');
  const age = step === null || step === undefined ? '' : ageWords(now - step.at);
  const state = index === present ? t('the present') : index > present ? t('undone') : '';
  const name = [label, age, state].filter((word) => word !== '').join(', ');
  return (
    <div
      {...ariaAttributes}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot say which steps are undone
      role="option"
      id={listRowId(listId, index)}
      aria-label={name}
      title={name}
      aria-selected={index === present}
      data-row={index}
      style={style}
      className={[
        rows.row,
        index === present && rows.chosen,
        index > present && styles.undone,
        index === cursor && rows.cursor,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <span className={styles.mark}>
        {index === present ? <Check size={13} strokeWidth={2.25} aria-hidden="true" /> : null}
      </span>
      <span className={index === 0 ? styles.first : styles.label}>{label}</span>
      <span className={styles.age}>{age}</span>
    </div>
  );
}

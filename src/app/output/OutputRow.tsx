import type { ReactElement } from 'react';
import type { RowComponentProps } from 'react-window';

import { listRowId } from '#app/reading/listRowId.ts';
import { formatTime } from '#trace/formatTime.ts';
import { ToneMark } from '#ui/ToneMark.tsx';

import styles from './OutputRow.module.css';
import { lineAt, type Output, type OutputLine } from './outputLines.ts';

/** What every line of the list is given. */
export interface OutputRowData {
  readonly listId: string;
  readonly output: Output;
  /** The lines that are written when the program ends. */
  readonly ending: readonly OutputLine[];
  /** How many lines have been written at the playhead. */
  readonly written: number;
  /** The line that the keyboard is at, or null. */
  readonly cursor: number | null;
  /** Whether a long line takes several rows; else it is cut, and whole in its tooltip. */
  readonly wraps: boolean;
  /** The selected event, or null. */
  readonly selected: number | null;
}

/** A line of the output. */
export function OutputRow({
  index,
  style,
  ariaAttributes,
  ...data
}: RowComponentProps<OutputRowData>): ReactElement | null {
  const { listId, output, ending, written, cursor, selected, wraps } = data;
  const line = lineAt(output, index) ?? ending[index - output.count];
  if (line === undefined) return null;
  const isError = line.stream === 'error';
  const isSelected = line.sequence !== null && line.sequence === selected;
  const classes = [
    styles.row,
    !wraps && styles.cut,
    index >= written && styles.future,
    index === written - 1 && styles.last,
    index === 0 && written === 0 && styles.next,
    index === cursor && styles.cursor,
    isSelected && styles.selected,
    isError && styles.error,
  ];
  return (
    <div
      {...ariaAttributes}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
      role="option"
      id={listRowId(listId, index)}
      aria-selected={isSelected}
      aria-current={index === written - 1 ? true : undefined}
      data-row={index}
      title={wraps ? undefined : line.text}
      style={style}
      className={classes.filter(Boolean).join(' ')}
    >
      <span className={styles.time}>{formatTime(line.time)}</span>
      <span className={styles.mark}>{isError ? <ToneMark tone="failure" /> : null}</span>
      <span>
        {line.text}
        {isError ? <span className={styles.subject}> ({line.subject})</span> : null}
      </span>
    </div>
  );
}

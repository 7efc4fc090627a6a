import type { ReactElement } from 'react';
import type { RowComponentProps } from 'react-window';

import { ToneMark } from '#ui/ToneMark.tsx';
import { formatTime } from '#trace/formatTime.ts';

import styles from './OutputRow.module.css';
import { lineAt, type Output, type OutputLine } from './outputLines.ts';

interface OutputRowData {
  readonly output: Output;
  /** The lines that are written when the program ends. */
  readonly ending: readonly OutputLine[];
  /** How many lines have been written at the playhead. */
  readonly written: number;
}

/** A line of the output. */
export function OutputRow({
  index,
  style,
  ariaAttributes,
  output,
  ending,
  written,
}: RowComponentProps<OutputRowData>): ReactElement | null {
  const line = lineAt(output, index) ?? ending[index - output.count];
  if (line === undefined) return null;
  const isError = line.stream === 'error';
  const classes = [styles.row, index >= written && styles.future, isError && styles.error];
  return (
    <div {...ariaAttributes} style={style} className={classes.filter(Boolean).join(' ')}>
      <span className={styles.time}>{formatTime(line.time)}</span>
      <span className={styles.mark}>{isError ? <ToneMark tone="failure" /> : null}</span>
      <span>
        {line.text}
        {isError ? <span className={styles.subject}> ({line.subject})</span> : null}
      </span>
    </div>
  );
}

import { useId, type ReactNode } from 'react';
import { List, useDynamicRowHeight, useListCallbackRef } from 'react-window';

import { listRowId } from '#app/reading/listRowId.ts';
import { rowAt } from '#app/reading/rowAt.ts';
import { useRowHeight } from '#app/reading/useRowHeight.ts';
import { useFollowedRow } from '#app/reading/useFollowedRow.ts';
import { useListCursor } from '#app/reading/useListCursor.ts';
import { useScrolledByHand } from '#app/reading/useScrolledByHand.ts';
import { useNow, useRun, useStudio, useView } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './Output.module.css';
import { lineAt, linesUntil, type Output, type OutputLine } from './outputLines.ts';
import { OutputRow } from './OutputRow.tsx';

/** The height of a line that needs no wrapping, in CSS pixels. */
const LINE_HEIGHT = 20;

/** Of more lines than this, each is one row high, and what does not fit is cut. */
const MOST_WRAPPED = 20_000;

interface OutputListProps {
  readonly output: Output;
  /** The lines that are written when the program ends. */
  readonly ending: readonly OutputLine[];
  /** Whether the list keeps the playhead in sight. */
  readonly following: boolean;
  readonly onScrolledByHand: () => void;
}

/** The lines. Arrows move a cursor, Enter or a press goes to the event that wrote the line. */
export function OutputList({
  output,
  ending,
  following,
  onScrolledByHand,
}: OutputListProps): ReactNode {
  const listId = useId();
  const studio = useStudio();
  const { status } = useRun();
  const selected = useView((view) => view.selection.event);
  const [list, setList] = useListCallbackRef(null);
  const lineHeight = useRowHeight(LINE_HEIGHT);
  const rowHeight = useDynamicRowHeight({ defaultRowHeight: lineHeight });
  const scrollListeners = useScrolledByHand(onScrolledByHand);

  const lineCount = output.count + ending.length;
  // The list adds up the heights of all rows that it does not know: millions would hold the page up.
  const wraps = lineCount <= MOST_WRAPPED;
  const endTime = status.state === 'ended' ? status.end.time : null;
  const count = useNow((now) => now.count);
  const atEnd = useNow((now) => endTime !== null && now.time >= endTime) && count === output.read;
  const written = atEnd ? lineCount : linesUntil(output, count);

  const choose = (row: number): void => {
    const sequence = lineAt(output, row)?.sequence ?? null;
    if (sequence === null) studio.toEnd();
    else studio.goToEvent(sequence);
  };
  const current = written === 0 ? null : written - 1;
  const { cursor, active, onKeyDown, leave } = useListCursor(
    list,
    lineCount,
    current,
    lineHeight,
    choose,
  );
  const follows = following || cursor !== null;
  const onResize = useFollowedRow(list, cursor ?? current, lineCount, follows);

  return (
    <List
      listRef={setList}
      className={styles.list ?? ''}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold a million rows
      role="listbox"
      aria-label={t('Lines of the output')}
      tabIndex={0}
      aria-activedescendant={listRowId(listId, active)}
      rowComponent={OutputRow}
      rowCount={lineCount}
      rowHeight={wraps ? rowHeight : lineHeight}
      rowProps={{ wraps, listId, output, ending, written, cursor, selected }}
      onResize={onResize}
      defaultHeight={10 * lineHeight}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const row = rowAt(target);
        // A text that is being selected is to be copied.
        if (row === null || window.getSelection()?.isCollapsed === false) return;
        leave();
        choose(row);
      }}
      onBlur={leave}
      {...scrollListeners}
    />
  );
}

import { useEffect, useEffectEvent, type ReactElement, type ReactNode } from 'react';
import {
  List,
  useListCallbackRef,
  type ListImperativeAPI,
  type RowComponentProps,
} from 'react-window';

import type { CodeLine } from './codeLine.ts';
import { CodeLineView } from './CodeLineView.tsx';
import styles from './CodeView.module.css';

/** Lines, counted from 1, both included. */
export interface MarkedLines {
  readonly first: number;
  readonly last: number;
}

interface CodeViewProps {
  /** Its accessible name. */
  readonly label: string;
  readonly lines: readonly CodeLine[];
  /** The lines that matter now; the first of them is scrolled to. */
  readonly marked: readonly MarkedLines[];
}

const LINE_HEIGHT = 18;

/** So many lines out of sight are there, to be selected with the others and found by the browser. */
const OVERSCAN = 1500;

/** So many lines are shown above the marked ones. */
const BEFORE = 3;

/** Code with line numbers, to be read. */
export function CodeView({ label, lines, marked }: CodeViewProps): ReactNode {
  const [list, setList] = useListCallbackRef(null);
  const first = marked[0]?.first ?? null;
  const scrollTo = useEffectEvent((rows: ListImperativeAPI, line: number) => {
    const index = Math.max(0, line - 1 - BEFORE);
    if (index < lines.length) rows.scrollToRow({ index, align: 'start' });
  });
  useEffect(() => {
    if (list !== null && first !== null) scrollTo(list, first);
  }, [list, first]);
  return (
    <List
      listRef={setList}
      className={styles.code ?? ''}
      aria-label={label}
      tabIndex={0}
      rowComponent={CodeRow}
      rowCount={lines.length}
      rowHeight={LINE_HEIGHT}
      rowProps={{ lines, marked }}
      overscanCount={OVERSCAN}
      defaultHeight={20 * LINE_HEIGHT}
    />
  );
}

interface CodeRowData {
  readonly lines: readonly CodeLine[];
  readonly marked: readonly MarkedLines[];
}

function CodeRow({
  index,
  style,
  ariaAttributes,
  lines,
  marked,
}: RowComponentProps<CodeRowData>): ReactElement {
  const number = index + 1;
  const isMarked = marked.some(({ first, last }) => first <= number && number <= last);
  return (
    <div
      {...ariaAttributes}
      style={style}
      className={styles.row}
      aria-current={isMarked || undefined}
    >
      <CodeLineView
        number={number}
        count={lines.length}
        line={lines[index] ?? []}
        marked={isMarked}
      />
    </div>
  );
}

import type { ReactNode } from 'react';
import { List, useDynamicRowHeight, useListCallbackRef } from 'react-window';

import { CopyButton } from '#app/widgets/CopyButton.tsx';
import { ReadingState } from '#app/reading/ReadingState.tsx';
import { useFollowedRow } from '#app/reading/useFollowedRow.ts';
import { useTraceReading } from '#app/reading/useTraceReading.ts';
import { useNow, useRun } from '#store/useStudio.ts';
import { Panel } from '#ui/Panel.tsx';

import styles from './Output.module.css';
import { linesAtEnd, linesUntil, OUTPUT_READER, textOfOutput } from './outputLines.ts';
import { OutputRow } from './OutputRow.tsx';

/** The height of a line that needs no wrapping, in CSS pixels. */
const LINE_HEIGHT = 20;

interface OutputProps {
  /** Whether it stands below a tab, which has its name. */
  readonly tabbed?: boolean;
}

/** What the program prints, and what Twisted writes about its errors. */
export function Output({ tabbed = false }: OutputProps): ReactNode {
  const output = useTraceReading(OUTPUT_READER);
  const { status } = useRun();
  const [list, setList] = useListCallbackRef(null);
  const rowHeight = useDynamicRowHeight({ defaultRowHeight: LINE_HEIGHT });

  const ending = status.state === 'ended' ? linesAtEnd(output, status.end) : [];
  const endTime = status.state === 'ended' ? status.end.time : null;
  const lineCount = output.count + ending.length;
  const count = useNow((now) => now.count);
  const atEnd = useNow((now) => endTime !== null && now.time >= endTime) && count === output.read;
  const written = atEnd ? lineCount : linesUntil(output, count);
  const onResize = useFollowedRow(list, written === 0 ? null : written - 1, lineCount, true);

  const heading = (
    <>
      {tabbed ? null : <span className={styles.title}>Output</span>}
      <ReadingState reading={output} />
      <CopyButton what="output" empty={lineCount === 0} text={() => textOfOutput(output, ending)} />
    </>
  );

  return (
    <Panel label="Output" heading={heading} className={tabbed ? 'tabbed' : ''}>
      {lineCount === 0 ? (
        <p className={styles.empty}>
          Nothing is printed. A <b>log</b> step of a function prints a line here.
        </p>
      ) : (
        <List
          listRef={setList}
          className={styles.list ?? ''}
          aria-label="Lines of the output"
          tabIndex={0}
          rowComponent={OutputRow}
          rowCount={lineCount}
          rowHeight={rowHeight}
          rowProps={{ output, ending, written }}
          onResize={onResize}
          defaultHeight={10 * LINE_HEIGHT}
        />
      )}
    </Panel>
  );
}

import type { ReactNode } from 'react';

import { linesOfEvent } from '#store/linesOfEvent.ts';
import { usePython } from '#store/usePython.ts';
import { useSchedule } from '#store/useStudio.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import styles from './Explanation.module.css';
import { PythonLines } from './PythonLines.tsx';

interface EventPythonProps {
  readonly trace: Trace;
  readonly sequence: number;
}

/** The lines of the exported program that an event belongs to; nothing for what the reactor does itself. */
export function EventPython({ trace, sequence }: EventPythonProps): ReactNode {
  const schedule = useSchedule();
  const program = usePython();
  const ranges = linesOfEvent(program, schedule, trace, sequence);
  return (
    <>
      <PythonLines program={program} ranges={ranges} />
      {ranges.length < 2 ? null : (
        <p className={styles.count}>{t('The trace does not say which of these steps it was.')}</p>
      )}
    </>
  );
}

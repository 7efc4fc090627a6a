import type { ReactNode } from 'react';

import { useEdit } from '#editors/useEdit.ts';
import { addBreakpoint, indexOfBreakpoint, removeBreakpoints } from '#schedule/breakpointEdits.ts';
import { breakpointWords } from '#schedule/breakpointWords.ts';
import type { Breakpoint } from '#schedule/schema.ts';
import { useBreakpoints, useRun } from '#store/useStudio.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { REACTOR } from '#trace/traceHeader.ts';
import { BreakpointDot } from '#ui/BreakpointDot.tsx';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './BreakHere.module.css';

interface BreakHereProps {
  readonly sequence: number;
}

/** Lets playing stop at events like this one, of this kind and this node; or takes that back. */
export function BreakHere({ sequence }: BreakHereProps): ReactNode {
  const edit = useEdit();
  const breakpoints = useBreakpoints();
  const { trace } = useRun();
  const node = trace.nodeAt(sequence);
  const breakpoint: Breakpoint = {
    on: 'event',
    event: trace.kindAt(sequence),
    ...(node === REACTOR ? {} : { node: nodeName(trace, node) }),
    enabled: true,
  };
  const index = indexOfBreakpoint(breakpoints, breakpoint);
  const isThere = index >= 0;
  const words = { breakpoint: breakpointWords(breakpoint) };
  return (
    <Button
      className={styles.button}
      aria-pressed={isThere}
      title={
        isThere
          ? t('No longer stop at: {{breakpoint}}', words)
          : t('Stop at: {{breakpoint}}', words)
      }
      onClick={() => {
        edit(isThere ? removeBreakpoints([index]) : addBreakpoint(breakpoint));
      }}
    >
      <BreakpointDot on={isThere} />
      {t('Break on this')}
    </Button>
  );
}

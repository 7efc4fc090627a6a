import type { ReactNode } from 'react';

import { useBreakpoints } from '#store/useStudio.ts';

import { BreakpointMark } from './BreakpointMark.tsx';
import styles from './BreakpointMarks.module.css';
import { xOf, type TimeScale } from './time/timeScale.ts';

interface BreakpointMarksProps {
  readonly scale: TimeScale;
}

/** The breakpoints at a time, on the ruler. */
export function BreakpointMarks({ scale }: BreakpointMarksProps): ReactNode {
  const breakpoints = useBreakpoints();
  const marks = breakpoints.flatMap((breakpoint, index) => {
    if (breakpoint.on !== 'time') return [];
    const x = xOf(scale, breakpoint.time);
    const isInView = x >= -0.5 && x <= scale.width + 0.5;
    return isInView ? [{ breakpoint, index, key: String(index) }] : [];
  });
  return (
    <div className={styles.overlay} style={{ width: scale.width }}>
      {marks.map(({ breakpoint, index, key }) => (
        <BreakpointMark key={key} breakpoint={breakpoint} index={index} scale={scale} />
      ))}
    </div>
  );
}

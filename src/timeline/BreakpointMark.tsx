import type { KeyboardEvent, ReactNode } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';
import { changeBreakpoint, removeBreakpoints } from '#schedule/breakpointEdits.ts';
import { breakpointWords } from '#schedule/breakpointWords.ts';
import type { Breakpoint } from '#schedule/schema.ts';
import { knownUntil } from '#store/knownUntil.ts';
import { useRun, useStudio } from '#store/useStudio.ts';
import { formatTime } from '#trace/formatTime.ts';
import { BreakpointDot } from '#ui/BreakpointDot.tsx';
import { t } from '#words/words.ts';

import styles from './BreakpointMarks.module.css';
import { useTimeDrag } from './gestures/useTimeDrag.ts';
import { roundedTo } from './time/snap.ts';
import { xOf, type TimeScale } from './time/timeScale.ts';

interface BreakpointMarkProps {
  readonly breakpoint: Extract<Breakpoint, { on: 'time' }>;
  readonly index: number;
  readonly scale: TimeScale;
}

/** How far an arrow key moves it. */
const STEP: CssPixels = 5;

/** A breakpoint at a time: it is dragged along the ruler, or moved by arrow keys; Delete removes it. */
export function BreakpointMark({ breakpoint, index, scale }: BreakpointMarkProps): ReactNode {
  const studio = useStudio();
  const reached = knownUntil(useRun());
  const { time } = breakpoint;
  const x = xOf(scale, time);
  const words = breakpointWords(breakpoint);

  const move = (to: Seconds): void => {
    if (to !== time) studio.edit(changeBreakpoint(index, { ...breakpoint, time: Math.max(0, to) }));
  };
  const drag = useTimeDrag(scale, x, move);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEP * scale.secondsPerPixel;
    const by = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step }[event.key];
    if (by !== undefined) move(roundedTo(time + by, scale.secondsPerPixel));
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      studio.edit(removeBreakpoints([index]));
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <span className={styles.line} data-on={breakpoint.enabled} style={{ left: x }} />
      <div
        className={styles.mark}
        style={{ left: x }}
        // A range input has neither the label on its thumb nor a track of another element.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input has no label on its thumb
        role="slider"
        tabIndex={0}
        aria-label={t('Breakpoint {{index}}', { index: index + 1 })}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.max(reached, time)}
        aria-valuenow={time}
        aria-valuetext={`${formatTime(time)} s${breakpoint.enabled ? '' : ', off'}`}
        title={t('Breakpoint {{index}}: {{words}}', { index: index + 1, words })}
        {...drag}
        onKeyDown={onKeyDown}
      >
        <BreakpointDot on={breakpoint.enabled} />
      </div>
    </>
  );
}

import type { KeyboardEvent, ReactNode } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';
import { formatTime } from '#trace/formatTime.ts';
import { useTimeDrag } from '#timeline/gestures/useTimeDrag.ts';
import { timeAt, xOf, type TimeScale } from '#timeline/time/timeScale.ts';

import styles from './RangeBand.module.css';

interface RangeEdgeProps {
  readonly label: string;
  readonly scale: TimeScale;
  readonly time: Seconds;
  /** The time up to which the run is known. */
  readonly knownUntil: Seconds;
  readonly onMove: (time: Seconds) => void;
}

/** An arrow key moves an edge by so much, with Shift by ten times as much. */
const STEP: CssPixels = 2;

/** An edge of the selected range, to be dragged or moved by the arrow keys. */
export function RangeEdge({ label, scale, time, knownUntil, onMove }: RangeEdgeProps): ReactNode {
  const x = xOf(scale, time);
  const drag = useTimeDrag(scale, x, onMove);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    onMove(Math.max(0, timeAt(scale, x + way * STEP * (event.shiftKey ? 10 : 1))));
  };
  return (
    <div
      className={styles.edge}
      style={{ left: x }}
      // A range input has neither a line through the lanes nor a track of another element.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input has no label on its thumb
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.max(knownUntil, time)}
      aria-valuenow={time}
      aria-valuetext={`${formatTime(time)} s`}
      title={`${label}: ${formatTime(time)} s`}
      {...drag}
      onKeyDown={onKeyDown}
    />
  );
}

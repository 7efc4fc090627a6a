import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';
import { useStudio } from '#store/useStudio.ts';
import { formatTime } from '#trace/formatTime.ts';
import { snappedTime } from '#timeline/time/snap.ts';
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
  const studio = useStudio();
  /** How far from the line it was grabbed; null while nobody drags. */
  const grabbed = useRef<CssPixels | null>(null);
  const x = xOf(scale, time);
  const pointed = (event: PointerEvent<HTMLElement>): CssPixels => {
    const overlay = event.currentTarget.parentElement;
    return event.clientX - (overlay?.getBoundingClientRect().left ?? 0);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
    grabbed.current = pointed(event) - x;
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (grabbed.current === null) return;
    const at = Math.min(Math.max(0, pointed(event) - grabbed.current), scale.width);
    if (Math.abs(at - x) >= 1) onMove(snappedTime(studio.run.getState().trace, scale, at));
  };
  const onPointerEnd = (): void => {
    grabbed.current = null;
  };
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
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onKeyDown={onKeyDown}
    />
  );
}

import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';
import { formatTime } from '#trace/formatTime.ts';

import styles from './Overview.module.css';

interface OverviewHandleProps {
  readonly label: string;
  readonly look: 'window' | 'edge';
  readonly time: Seconds;
  readonly text: string;
  readonly runEnd: Seconds;
  /** How long a pixel of the strip is. */
  readonly perPixel: Seconds;
  readonly left: CssPixels;
  readonly width?: CssPixels;
  /** Moves it by a time from where it is; `isFirst`: a new gesture begins. */
  readonly onMove: (by: Seconds, isFirst: boolean) => void;
}

/** An arrow key moves by so much, with Shift by ten times as much. */
const STEP: CssPixels = 4;

/** The window of the strip, or an edge of it: dragged, or moved by the arrow keys. */
export function OverviewHandle(props: OverviewHandleProps): ReactNode {
  const { label, look, time, text, runEnd, perPixel, left, width, onMove } = props;
  /** Where the pointer was last, and whether it has moved; null while nobody drags. */
  const held = useRef<{ readonly x: CssPixels; readonly isMoved: boolean } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    held.current = { x: event.clientX, isMoved: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (held.current === null || event.clientX === held.current.x) return;
    const { x, isMoved } = held.current;
    held.current = { x: event.clientX, isMoved: true };
    onMove((event.clientX - x) * perPixel, !isMoved);
  };
  const onPointerEnd = (): void => {
    held.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    onMove(way * STEP * (event.shiftKey ? 10 : 1) * perPixel, true);
  };
  return (
    <div
      className={styles[look]}
      style={width === undefined ? { left } : { left, width }}
      // A range input has one thumb, and no track that another element draws.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input has no label on its thumb
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.max(runEnd, time)}
      aria-valuenow={time}
      aria-valuetext={text}
      title={`${label}: ${formatTime(time)} s`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onKeyDown={onKeyDown}
    />
  );
}

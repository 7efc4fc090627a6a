import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';
import { useNow, useStudio } from '#store/useStudio.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';
import { localPoint } from '#ui/localPoint.ts';

import styles from './Playhead.module.css';
import type { Calendar } from './time/calendar.ts';
import { pixelLength } from './time/pixelLength.ts';
import { playheadLabel } from './time/playheadLabel.ts';
import { RulerTooltip } from './time/RulerTooltip.tsx';
import { roundedTo, snappedTime } from './time/snap.ts';
import { rangeOf, timeAt, xOf } from './time/timeScale.ts';
import type { TimeWindowControls } from './time/useTimeWindow.ts';
import { useWheel } from './gestures/useWheel.ts';

interface PlayheadProps {
  readonly window: TimeWindowControls;
  /** The time up to which the run is known. */
  readonly knownUntil: Seconds;
  readonly calendar: Calendar | null;
}

/**
 * The instant that all views show: a line through the lanes with its time on a flag. Pressing the
 * ruler or dragging the flag moves it.
 */
export function Playhead({ window, knownUntil, calendar }: PlayheadProps): ReactNode {
  const { scale } = window;
  const studio = useStudio();
  const time = useNow((now) => now.time);
  const words = useNow(({ trace, count }) => lastEventInWords(trace, count));
  const flag = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  /** How far from the line it was grabbed; null while nobody drags. */
  const grabbed = useRef<CssPixels | null>(null);

  /** Where the pointer is on the ruler; null: elsewhere. */
  const [hovered, setHovered] = useState<CssPixels | null>(null);

  useWheel(ruler, window.turn);

  const x = xOf(scale, time);
  const resolution = pixelLength(scale, Math.min(Math.max(0, x), scale.width));
  const label = playheadLabel(time, resolution);
  const date = calendar === null ? '' : `, ${calendar.dateTime(time, resolution)}`;
  const half = label.length * 3.6 + 9;
  const isInView = x >= -0.5 && x <= scale.width + 0.5;

  const pointed = (event: PointerEvent<HTMLElement>): CssPixels =>
    localPoint(event.currentTarget, event).x;
  const seek = (at: CssPixels): void => {
    const { trace } = studio.run.getState();
    studio.seek(snappedTime(trace, scale, Math.min(Math.max(0, at), scale.width)));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    flag.current?.focus({ preventScroll: true });
    const isOnFlag = isInView && flag.current?.contains(asNode(event.target)) === true;
    grabbed.current = isOnFlag ? pointed(event) - x : 0;
    if (!isOnFlag) seek(pointed(event));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (grabbed.current !== null) seek(pointed(event) - grabbed.current);
    const isOnFlag = flag.current?.contains(asNode(event.target)) === true;
    const isHovering = grabbed.current === null && !isOnFlag && event.pointerType !== 'touch';
    setHovered(isHovering ? pointed(event) : null);
  };
  const onPointerEnd = (): void => {
    grabbed.current = null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { start, end } = rangeOf(scale);
    const tenth = roundedTo((end - start) / 10, resolution);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowUp: () => studio.step(),
      ArrowDown: () => studio.stepBack(),
      PageUp: () => studio.seek(time + tenth),
      PageDown: () => studio.seek(time - tenth),
    };
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };

  return (
    <div className={styles.overlay} style={{ width: scale.width }}>
      <div
        ref={ruler}
        className={styles.press}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onPointerLeave={() => {
          setHovered(null);
        }}
      >
        <div
          ref={flag}
          className={styles.flag}
          data-low={calendar === null ? undefined : true}
          data-outside={isInView ? undefined : x < 0 ? 'left' : 'right'}
          // not shown: a length of CSS
          style={{ left: `clamp(${half}px, ${x}px, calc(100% - ${half}px))` }}
          // A range input has neither the label on its thumb nor a track of another element.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input has no label on its thumb
          role="slider"
          tabIndex={0}
          aria-label={t('Playhead')}
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={Math.max(knownUntil, time)}
          aria-valuenow={time}
          aria-valuetext={`${formatTime(time)} s${date}, ${words}`}
          title={`${label} s${date}`}
          onKeyDown={onKeyDown}
        >
          {label}
        </div>
      </div>
      {hovered === null ? null : (
        <RulerTooltip
          time={Math.max(0, timeAt(scale, hovered))}
          x={hovered}
          resolution={pixelLength(scale, hovered)}
          calendar={calendar}
        />
      )}
      {isInView ? (
        <div className={styles.line} style={{ transform: `translateX(${Math.round(x) - 1}px)` }} />
      ) : null}
    </div>
  );
}

function asNode(target: EventTarget): Node | null {
  return target instanceof Node ? target : null;
}

function lastEventInWords(trace: Parameters<typeof describeEvent>[0], count: number): string {
  if (count === 0) return t('nothing has happened');
  const { subject, text } = describeEvent(trace, count - 1);
  return `${subject} ${text}`;
}

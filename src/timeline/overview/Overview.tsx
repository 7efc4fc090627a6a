import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { useBreakpoints, useNow } from '#store/useStudio.ts';
import { formatTime } from '#trace/formatTime.ts';
import { readColours, watchTheme } from '#timeline/draw/colours.ts';
import type { LaidOut } from '#timeline/layout/useTimelineLayout.ts';
import { rangeOf } from '#timeline/time/timeScale.ts';
import type { TimeWindowControls } from '#timeline/time/useTimeWindow.ts';
import { t } from '#words/words.ts';
import { localPoint } from '#ui/localPoint.ts';

import { drawOverview, OVERVIEW_HEIGHT } from './drawOverview.ts';
import { movedWindow, type WindowPart } from './movedWindow.ts';
import styles from './Overview.module.css';
import { OverviewHandle } from './OverviewHandle.tsx';
import { useOverviewColumns } from './useOverviewColumns.ts';

interface OverviewProps {
  readonly laidOut: LaidOut;
  readonly window: TimeWindowControls;
  /** The time up to which the run is known. */
  readonly knownUntil: Seconds;
}

/** The whole run as a strip, with what the timeline shows of it as a window that can be moved. */
export function Overview({ laidOut, window, knownUntil }: OverviewProps): ReactNode {
  const { width } = window.scale;
  const canvas = useRef<HTMLCanvasElement>(null);
  const columns = useOverviewColumns(laidOut, knownUntil, width);
  const [theme, setTheme] = useState(0);
  const playhead = useNow((now) => now.time);
  const breakpoints = useBreakpoints();

  useEffect(() => watchTheme(() => setTheme((count) => count + 1)), []);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null) return;
    // Also when the theme has changed: the colours are others then.
    const ratio = theme >= 0 ? globalThis.devicePixelRatio : 1;
    element.width = Math.round(width * ratio);
    element.height = Math.round(OVERVIEW_HEIGHT * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawOverview(context, columns, readColours(element.parentElement ?? element));
  }, [columns, theme, width]);

  const perPixel = knownUntil / Math.max(1, width);
  const inStrip = (time: Seconds): number => (knownUntil > 0 ? (time / knownUntil) * width : 0);
  const seen = rangeOf(window.scale);
  const range = { start: Math.max(0, seen.start), end: Math.min(knownUntil, seen.end) };
  const move = (part: WindowPart, by: Seconds, isFirst: boolean): void => {
    window.show(movedWindow(range, part, by, knownUntil), isFirst ? 'step' : 'more');
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    const time = localPoint(event.currentTarget, event).x * perPixel;
    move('all', time - (range.start + range.end) / 2, true);
  };
  const breakpointTimes = new Set(
    breakpoints.flatMap((one) => (one.on === 'time' && one.enabled ? [one.time] : [])),
  );
  const left = inStrip(range.start);
  const right = Math.max(left + 2, inStrip(range.end));
  const common = { runEnd: knownUntil, perPixel };
  return (
    <fieldset className={styles.overview} aria-label={t('Overview of the run')}>
      <div className={styles.area} onPointerDown={onPointerDown} onDoubleClick={window.fit}>
        <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
        <OverviewHandle
          {...common}
          label={t('Part of the run in view')}
          look="window"
          time={range.start}
          text={t('{{start}} to {{end}} s', {
            start: formatTime(range.start),
            end: formatTime(range.end),
          })}
          left={left}
          width={right - left}
          onMove={(by, isFirst) => move('all', by, isFirst)}
        />
        {[...breakpointTimes].map((time) => (
          <span key={time} className={styles.breakpoint} style={{ left: inStrip(time) }} />
        ))}
        <span className={styles.playhead} style={{ left: inStrip(playhead) }} />
        <OverviewHandle
          {...common}
          label={t('Start of the part in view')}
          look="edge"
          time={range.start}
          text={`${formatTime(range.start)} s`}
          left={left}
          onMove={(by, isFirst) => move('start', by, isFirst)}
        />
        <OverviewHandle
          {...common}
          label={t('End of the part in view')}
          look="edge"
          time={range.end}
          text={`${formatTime(range.end)} s`}
          left={right}
          onMove={(by, isFirst) => move('end', by, isFirst)}
        />
      </div>
    </fieldset>
  );
}

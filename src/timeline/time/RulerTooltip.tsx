import type { ReactNode } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';

import type { Calendar } from './calendar.ts';
import { playheadLabel } from './playheadLabel.ts';
import styles from './RulerTooltip.module.css';

interface RulerTooltipProps {
  readonly time: Seconds;
  /** Where it is on the ruler. */
  readonly x: CssPixels;
  /** What a pixel tells apart there. */
  readonly resolution: Seconds;
  readonly calendar: Calendar | null;
}

/** Half of what the text is wide at most: the tooltip stays inside the ruler. */
const HALF = { time: 60, date: 118 } as const satisfies Record<string, CssPixels>;

/** The time under the pointer, and its date where the run has dates. */
export function RulerTooltip({ time, x, resolution, calendar }: RulerTooltipProps): ReactNode {
  const half = calendar === null ? HALF.time : HALF.date;
  return (
    <div
      className={styles.tooltip}
      role="tooltip"
      // not shown: a length of CSS
      style={{ left: `clamp(${half}px, ${x}px, calc(100% - ${half}px))` }}
    >
      {playheadLabel(time, resolution)} s
      {calendar === null ? null : (
        <span className={styles.date}>{calendar.dateTime(time, resolution)}</span>
      )}
    </div>
  );
}

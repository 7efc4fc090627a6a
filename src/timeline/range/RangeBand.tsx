import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { useStudio, useView } from '#store/useStudio.ts';
import { formatLength } from '#trace/formatTime.ts';
import { xOf, type TimeScale } from '#timeline/time/timeScale.ts';
import { t } from '#words/words.ts';

import styles from './RangeBand.module.css';
import { RangeEdge } from './RangeEdge.tsx';

interface RangeBandProps {
  readonly scale: TimeScale;
  /** The time up to which the run is known. */
  readonly knownUntil: Seconds;
}

/** The selected stretch of time over the lanes, between two edges; nothing where none is. */
export function RangeBand({ scale, knownUntil }: RangeBandProps): ReactNode {
  const studio = useStudio();
  const range = useView((view) => view.range);
  if (range === null) return null;
  const { start, end } = range;
  const left = Math.max(-1, xOf(scale, start));
  const right = Math.min(scale.width + 1, xOf(scale, end));
  const put = (one: Seconds, other: Seconds): void => {
    studio.setRange({ start: Math.min(one, other), end: Math.max(one, other) });
  };
  return (
    <div className={styles.overlay} style={{ width: scale.width }}>
      {right > left ? (
        <div className={styles.band} style={{ left, width: right - left }}>
          {right - left > 60 ? (
            <span className={styles.length}>{formatLength(end - start)}</span>
          ) : null}
        </div>
      ) : null}
      <RangeEdge
        label={t('Range start')}
        {...{ scale, knownUntil }}
        time={start}
        onMove={(time) => {
          put(Math.min(time, end), end);
        }}
      />
      <RangeEdge
        label={t('Range end')}
        {...{ scale, knownUntil }}
        time={end}
        onMove={(time) => {
          put(start, Math.max(start, time));
        }}
      />
    </div>
  );
}

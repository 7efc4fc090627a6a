import type { ReactNode } from 'react';

import type { Distribution } from '#schedule/schema.ts';

import { densityShape } from './densityShape.ts';
import styles from './DensityPlot.module.css';
import { aboutWords, drawWords } from './durationWords.ts';
import { meanOf } from './moments.ts';

interface DensityPlotProps {
  readonly distribution: Distribution;
}

const WIDTH = 200;
const HEIGHT = 44;
/** Room above the curve, for its line. */
const TOP = 3;

/** A small picture of how likely each duration is, with its mean, also in words. */
export function DensityPlot({ distribution }: DensityPlotProps): ReactNode {
  const { from, to, curve, sticks } = densityShape(distribution);
  const x = (part: number): number => part * WIDTH;
  const y = (part: number): number => HEIGHT - part * (HEIGHT - TOP);
  const line = curve.map(([at, density]) => `${x(at).toFixed(1)},${y(density).toFixed(1)}`);
  const words = drawWords(distribution);
  const mean = meanOf(distribution);
  const meanPlace = to > from ? (mean - from) / (to - from) : 0.5;
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {line.length === 0 ? null : (
          <path
            className={styles.area}
            d={`M0,${HEIGHT} L${line.join(' L')} L${WIDTH},${HEIGHT} Z`}
          />
        )}
        {sticks.map(([at, height]) => (
          <line
            key={at}
            className={styles.stick}
            x1={x(at)}
            x2={x(at)}
            y1={HEIGHT}
            y2={y(height)}
          />
        ))}
        {meanPlace > 1 ? null : (
          <line className={styles.mean} x1={x(meanPlace)} x2={x(meanPlace)} y1={0} y2={HEIGHT} />
        )}
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{to > from ? aboutWords(from) : ''}</span>
        <span>{to > from ? aboutWords(to) : aboutWords(from)}</span>
      </p>
      <figcaption className={styles.words}>{words}</figcaption>
    </figure>
  );
}

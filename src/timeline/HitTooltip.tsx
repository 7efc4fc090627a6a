import type { ReactNode } from 'react';

import type { CssPixels } from '#base/units.ts';

import type { HitDescription } from './words/describeHit.ts';
import styles from './HitTooltip.module.css';

interface HitTooltipProps {
  readonly description: HitDescription;
  /** Its date, where the run has dates. */
  readonly date: string | null;
  /** Where the pointer is, in what is seen. */
  readonly x: CssPixels;
  readonly y: CssPixels;
  /** What is seen. */
  readonly width: CssPixels;
  readonly height: CssPixels;
}

const AWAY: CssPixels = 14;

/** Says what the pointer is on, beside it and never below it. */
export function HitTooltip({ description, date, x, y, width, height }: HitTooltipProps): ReactNode {
  const { tone, when, subject, text } = description;
  const side = x > width / 2 ? { right: width - x + AWAY } : { left: x + AWAY };
  const level = y > height / 2 ? { bottom: height - y + AWAY / 2 } : { top: y + AWAY / 2 };
  return (
    <div className={styles.tooltip} data-tone={tone} role="tooltip" style={{ ...side, ...level }}>
      <span className={styles.when}>{when}</span>
      {date === null ? null : <span className={styles.when}>{date}</span>}
      <span className={styles.what}>
        <b>{subject}</b> {text}
      </span>
    </div>
  );
}

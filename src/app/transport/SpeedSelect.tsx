import { useId, type ReactNode } from 'react';

import { useStudio, useView } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './SpeedSelect.module.css';

const SPEEDS: readonly number[] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** How many virtual seconds are played in a second. */
export function SpeedSelect(): ReactNode {
  const id = useId();
  const studio = useStudio();
  const speed = useView((view) => view.speed);
  const offered = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
  return (
    <span className={styles.speed}>
      <label className={styles.label} htmlFor={id}>
        {t('Speed')}
      </label>
      <select
        id={id}
        className={styles.select}
        title={t('Virtual seconds per second')}
        value={speed}
        onChange={(event) => {
          studio.setSpeed(Number(event.target.value));
        }}
      >
        {offered.map((choice) => (
          <option key={choice} value={choice}>
            {choice.toLocaleString('en')}×
          </option>
        ))}
      </select>
    </span>
  );
}

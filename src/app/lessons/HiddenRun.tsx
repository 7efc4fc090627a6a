import type { ReactNode } from 'react';

import { t } from '#words/words.ts';

import styles from './HiddenRun.module.css';

/** What stands in the place of the run while a lesson asks what it will do. */
export function HiddenRun(): ReactNode {
  return (
    <p className={styles.hidden}>
      {t('The run is hidden until you have answered the question of the lesson.')}
    </p>
  );
}

import { Footprints } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';

import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './TourBar.module.css';
import { TOUR_STEPS } from './tourSteps.ts';
import type { Tour } from './useTour.ts';

/** The step of the tour, in a bar that covers nothing; the button that it speaks of stands out. */
export function TourBar({ tour }: { readonly tour: Tour }): ReactNode {
  const { step, number, next, leave } = tour;
  const command = step?.command ?? null;
  useEffect(() => {
    if (command === null) return undefined;
    const button = document.querySelector(`[data-command="${command}"]`);
    button?.setAttribute('data-tour', 'true');
    return () => {
      button?.removeAttribute('data-tour');
    };
  }, [command]);
  if (step === null) return null;
  const isLast = number === TOUR_STEPS.length;
  return (
    <aside className={styles.bar} aria-label={t('Tour')}>
      <Footprints size={18} aria-hidden="true" />
      <p className={styles.text} aria-live="polite">
        <span className={styles.number}>
          {t('{{number}} of {{all}}', { number, all: TOUR_STEPS.length })}
        </span>{' '}
        {t(step.text)}
      </p>
      {isLast ? (
        <Button look="primary" onClick={leave}>
          {t('Finish')}
        </Button>
      ) : (
        <>
          <Button look="plain" onClick={next}>
            {t('Skip this step')}
          </Button>
          <Button onClick={leave}>{t('Leave the tour')}</Button>
        </>
      )}
    </aside>
  );
}

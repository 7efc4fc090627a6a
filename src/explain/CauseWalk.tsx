import { useId, useState, type ReactNode } from 'react';

import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import { causesOf } from './causes.ts';
import { EventLink } from './EventLink.tsx';
import styles from './Explanation.module.css';

interface CauseWalkProps {
  readonly trace: Trace;
  readonly sequence: number;
}

/** How many causes stand there at first, and when more are asked for. */
const FEW = 3;
const MANY = 100;

/** What led to an event: its cause, the cause of that, and so on back to what began it all. */
export function CauseWalk({ trace, sequence }: CauseWalkProps): ReactNode {
  const headingId = useId();
  const [isOpen, setOpen] = useState(false);
  const { nearest, between, root } = causesOf(trace, sequence, isOpen ? MANY : FEW);
  return (
    <>
      <h3 id={headingId} className={styles.label}>
        {t('Causes, the nearest first')}
      </h3>
      <ol className={styles.links} aria-labelledby={headingId}>
        {nearest.length === 0 ? (
          <li className={styles.none}>{t('none: it comes from outside of the program')}</li>
        ) : null}
        {nearest.map((cause) => (
          <li key={cause}>
            <EventLink trace={trace} sequence={cause} />
          </li>
        ))}
        {between === 0 ? null : (
          <li className={styles.none}>
            {isOpen ? (
              t('{{count}} more between these', { count: between })
            ) : (
              <button
                type="button"
                className={styles.more}
                onClick={() => {
                  setOpen(true);
                }}
              >
                {t('{{count}} more between these', { count: between })}
              </button>
            )}
          </li>
        )}
        {root === null ? null : (
          <li>
            <EventLink trace={trace} sequence={root} />
          </li>
        )}
      </ol>
    </>
  );
}

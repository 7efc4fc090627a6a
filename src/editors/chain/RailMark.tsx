import type { ReactNode } from 'react';

import type { LinkSide } from '#schedule/places.ts';

import styles from './RailMark.module.css';

/** The shape of a rail: round for results, angular for failures, one beside the other for both. */
export function RailMark({ side }: { readonly side: LinkSide }): ReactNode {
  return (
    <svg
      className={styles.mark}
      width={side === 'both' ? 20 : 10}
      height="10"
      viewBox={side === 'both' ? '0 0 20 10' : '0 0 10 10'}
      aria-hidden="true"
    >
      {side === 'errback' ? null : <circle className={styles.callback} cx="5" cy="5" r="4" />}
      {side === 'callback' ? null : (
        <path
          className={styles.errback}
          d={side === 'both' ? 'M15 .5 19.5 5 15 9.5 10.5 5Z' : 'M5 .5 9.5 5 5 9.5 .5 5Z'}
        />
      )}
    </svg>
  );
}

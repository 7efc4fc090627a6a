import type { ReactNode } from 'react';

import styles from './Facts.module.css';

/** A fact: what it is, and how it stands. */
export type Fact = readonly [term: string, detail: ReactNode];

interface FactsProps {
  readonly facts: readonly Fact[];
}

/** Facts in two columns. */
export function Facts({ facts }: FactsProps): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(([term, detail]) => (
        <div key={term} className={styles.fact}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { ReactNode } from 'react';

import styles from './Card.module.css';
import type { CardLine } from '#graph/layout/cardLines.ts';

/** The lines about a function's steps. */
export function StepLines({ lines }: { readonly lines: readonly CardLine[] }): ReactNode {
  return lines.map(({ key, words: { before, node, after } }) => (
    <div key={key} className={styles.line} title={`${before}${node ?? ''}${after}`}>
      {before}
      {node === null ? null : <b>{node}</b>}
      {after}
    </div>
  ));
}

import type { ReactNode } from 'react';

import { KIND_NAMES, KIND_SUMMARIES } from '#schedule/kindWords.ts';
import type { NodeKind } from '#schedule/schema.ts';
import { NodeIcon } from '#ui/NodeIcon.tsx';
import { t } from '#words/words.ts';

import styles from './KindFace.module.css';

/** A kind of node as palettes and menus show it. */
export function KindFace({ kind }: { readonly kind: NodeKind }): ReactNode {
  return (
    <>
      <span className={styles.icon}>
        <NodeIcon kind={kind} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{t(KIND_NAMES[kind])}</span>{' '}
        <span className={styles.hint}>{t(KIND_SUMMARIES[kind])}</span>
      </span>
    </>
  );
}

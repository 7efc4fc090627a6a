import type { ReactNode } from 'react';

import { KIND_NAMES } from '#graph/words/kindWords.ts';
import { NodeIcon } from '#ui/NodeIcon.tsx';

import styles from './KindFace.module.css';
import type { PaletteKind } from './kinds.ts';

/** A kind of node as palettes and menus show it. */
export function KindFace({ kind, hint }: PaletteKind): ReactNode {
  return (
    <>
      <span className={styles.icon}>
        <NodeIcon kind={kind} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{KIND_NAMES[kind]}</span>{' '}
        <span className={styles.hint}>{hint}</span>
      </span>
    </>
  );
}

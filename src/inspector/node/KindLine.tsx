import type { ReactNode } from 'react';

import type { NodeKind } from '#schedule/schema.ts';
import { NodeIcon } from '#ui/NodeIcon.tsx';

import { KIND_HELP } from './kindHelp.ts';
import styles from './KindLine.module.css';
import { KIND_NAMES, KIND_SUMMARIES } from '#schedule/kindWords.ts';
import { t } from '#words/words.ts';

interface KindLineProps {
  readonly kind: NodeKind;
}

/** What kind of node this is, and what it does. */
export function KindLine({ kind }: KindLineProps): ReactNode {
  return (
    <>
      <p className={styles.line}>
        <NodeIcon kind={kind} />
        <b>{t(KIND_NAMES[kind])}</b>
        <span className={styles.summary}>{t(KIND_SUMMARIES[kind])}</span>
      </p>
      <p className={styles.help}>{t(KIND_HELP[kind])}</p>
    </>
  );
}

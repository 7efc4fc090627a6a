import type { ReactNode } from 'react';

import { KIND_NAMES, KIND_SUMMARIES } from '#schedule/kindWords.ts';
import { KindFace } from '#graph/palette/KindFace.tsx';
import { FIRST_KINDS } from '#graph/palette/kinds.ts';
import type { NodeKind } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import styles from './EmptyCanvas.module.css';

/** What to do with a canvas that has nothing on it. */
export function EmptyCanvas({ onAdd }: { readonly onAdd: (kind: NodeKind) => void }): ReactNode {
  return (
    <div className={styles.empty}>
      <h2 className={styles.heading}>{t('Nothing is scheduled yet')}</h2>
      <p className={styles.text}>
        {t('Add a first node, or open one of the Examples at the top.')}
      </p>
      <ul className={styles.kinds}>
        {FIRST_KINDS.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              className={styles.kind}
              aria-label={t('Add a first {{kind}}: {{summary}}', {
                kind: t(KIND_NAMES[kind]),
                summary: t(KIND_SUMMARIES[kind]),
              })}
              onClick={() => onAdd(kind)}
            >
              <KindFace kind={kind} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { ReactFlowProvider } from '@xyflow/react';
import type { ReactNode } from 'react';

import { t } from '#words/words.ts';

import { Canvas } from './canvas/Canvas.tsx';
import styles from './Graph.module.css';

/** The schedule as a graph that is read and edited: its nodes are cards, its steps arrows. */
export function Graph(): ReactNode {
  return (
    <section aria-label={t('Graph')} className={styles.graph}>
      <ReactFlowProvider>
        <Canvas />
      </ReactFlowProvider>
    </section>
  );
}

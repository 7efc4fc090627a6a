import { ReactFlowProvider } from '@xyflow/react';
import type { ReactNode } from 'react';

import { t } from '#words/words.ts';

import { Canvas } from './canvas/Canvas.tsx';
import styles from './Graph.module.css';
import { PresentedContext } from './usePresented.ts';

interface GraphProps {
  /** Whether it is shown to an audience. */
  readonly presented?: boolean;
}

/** The schedule as a graph that is read and edited: its nodes are cards, its steps arrows. */
export function Graph({ presented = false }: GraphProps): ReactNode {
  return (
    <section aria-label={t('Graph')} className={styles.graph}>
      <ReactFlowProvider>
        <PresentedContext value={presented}>
          <Canvas />
        </PresentedContext>
      </ReactFlowProvider>
    </section>
  );
}

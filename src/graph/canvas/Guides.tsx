import { useStore, ViewportPortal } from '@xyflow/react';
import type { CSSProperties, ReactNode } from 'react';

import type { Guide } from '#graph/layout/guides.ts';

import styles from './Guides.module.css';

/** How far a guide reaches beyond the cards that meet on it, in the graph's own pixels. */
const BEYOND = 12;

/** The lines on which cards in hand meet others. */
export function Guides({ guides }: { readonly guides: readonly Guide[] }): ReactNode {
  const hairline = useStore(({ transform }) => 1 / transform[2]);
  return (
    <ViewportPortal>
      {guides.map((guide) => (
        <div
          key={`${guide.runs} ${guide.at}`}
          className={styles.guide}
          data-runs={guide.runs}
          style={styleOf(guide, hairline)}
        />
      ))}
    </ViewportPortal>
  );
}

function styleOf({ runs, at, from, to }: Guide, hairline: number): CSSProperties {
  const start = from - BEYOND;
  const length = to - from + 2 * BEYOND;
  const middle = at - hairline / 2;
  return runs === 'down'
    ? { left: middle, top: start, width: hairline, height: length }
    : { left: start, top: middle, width: length, height: hairline };
}

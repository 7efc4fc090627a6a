import type { ReactNode } from 'react';

import type { ScheduleNode } from '#schedule/schema.ts';

import styles from './Card.module.css';
import type { OwnLayout } from '#graph/layout/cardLayout.ts';
import { runningPlace } from '#graph/state/marble.ts';
import { StepLines } from './StepLines.tsx';
import { useCardInstance } from '#graph/state/useCardState.ts';
import { t } from '#words/words.ts';

interface OwnFunctionProps {
  readonly node: ScheduleNode;
  readonly own: OwnLayout;
}

/** The function that a node calls itself, with its steps. */
export function OwnFunction({ node, own }: OwnFunctionProps): ReactNode {
  const inside = useCardInstance(node.id, (instance) => instance.inside) ?? [];
  const awaits = useCardInstance(node.id, ({ body }) => body?.waitsOn ?? null) !== null;
  const { name, lines, top, height } = own;
  return (
    <div
      className={styles.own}
      data-running={runningPlace(inside)?.at === 'own'}
      data-awaits={awaits}
      style={{ top, height }}
    >
      <div className={styles.name} title={name ?? undefined}>
        <i aria-hidden="true">ƒ</i>
        {name ?? <span className={styles.none}>{t('no function')}</span>}
        {node.kind === 'deferred' ? <span className={styles.side}>{t('canceller')}</span> : null}
      </div>
      <StepLines lines={lines} />
    </div>
  );
}

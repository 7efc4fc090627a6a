import type { ReactNode } from 'react';

import { useGraphActions } from '#graph/useGraphActions.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { NodeIcon } from '#ui/NodeIcon.tsx';

import { CardBadge } from '#graph/state/CardBadge.tsx';
import styles from './Card.module.css';
import { kindWords } from '#graph/words/kindWords.ts';

interface CardHeaderProps {
  readonly node: ScheduleNode;
  readonly height: number;
}

/** What a card is: its name, its kind with the main parameter, and what it is doing. */
export function CardHeader({ node, height }: CardHeaderProps): ReactNode {
  const { rename } = useGraphActions();
  const { id, label } = node;
  return (
    <header className={styles.header} style={{ height }}>
      <div className={styles.title}>
        <span className={styles.icon}>
          <NodeIcon kind={node.kind} />
        </span>
        <span
          id={`card-${id}-id`}
          className={styles.id}
          title={`${id}: double click to rename`}
          onDoubleClick={() => rename(id)}
        >
          {id}
        </span>
        <CardBadge node={id} id={`card-${id}-state`} />
      </div>
      {label === undefined ? null : (
        <div className={styles.label} title={label}>
          {label}
        </div>
      )}
      <div className={styles.second}>
        <span id={`card-${id}-kind`} className={styles.kind}>
          {kindWords(node)}
        </span>
        {node.starts === 'program' ? (
          <span className={styles.starts} title="Started with the program">
            ▸ at 0 s
          </span>
        ) : null}
      </div>
    </header>
  );
}

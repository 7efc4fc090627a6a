import type { ReactNode } from 'react';

import { useGraphActions } from '#graph/useGraphActions.ts';
import { isResource } from '#schedule/language.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { NodeIcon } from '#ui/NodeIcon.tsx';

import { CardBreakpoint } from '#graph/state/CardBreakpoint.tsx';
import { CardBadge } from '#graph/state/CardBadge.tsx';
import { CardProblems } from '#graph/state/CardProblems.tsx';
import styles from './Card.module.css';
import { kindWords } from '#graph/words/kindWords.ts';
import { t } from '#words/words.ts';

interface CardHeaderProps {
  readonly node: ScheduleNode;
  readonly height: number;
  /** How many members a service has; null for other nodes. */
  readonly members?: number | null;
  /** What stands before its picture. */
  readonly lead?: ReactNode;
}

/** What a card is: its name, its kind with the main parameter, and what it is doing. */
export function CardHeader({
  node,
  height,
  members = null,
  lead = null,
}: CardHeaderProps): ReactNode {
  const { rename } = useGraphActions();
  const { id, label } = node;
  const kind = kindWords(node, members);
  return (
    <header className={styles.header} style={{ height }}>
      <div className={styles.title}>
        {lead}
        <span className={styles.icon}>
          <NodeIcon kind={node.kind} />
        </span>
        <span
          id={`card-${id}-id`}
          className={styles.id}
          title={t('{{id}}: double click to rename', { id })}
          onDoubleClick={() => rename(id)}
        >
          {id}
        </span>
        <CardBreakpoint node={id} />
        <CardProblems node={id} />
        <CardBadge node={id} id={`card-${id}-state`} />
      </div>
      {label === undefined ? null : (
        <div className={styles.label} title={label}>
          {label}
        </div>
      )}
      <div className={styles.second}>
        <span id={`card-${id}-kind`} className={styles.kind} title={kind}>
          {kind}
        </span>
        <Starts node={node} />
      </div>
    </header>
  );
}

/** Who starts a node, where it is not a step. What is never started is there from the beginning. */
function Starts({ node }: { readonly node: ScheduleNode }): ReactNode {
  if (isResource(node.kind) || node.starts === 'never') return null;
  const withProgram = node.starts === 'program';
  return (
    <span
      className={styles.starts}
      title={
        withProgram
          ? t('Started with the program')
          : t('Started with the service {{service}}', { service: node.service ?? '' })
      }
    >
      {withProgram
        ? t('▸ at {{time}} s', { time: 0 })
        : t('▸ with {{service}}', { service: node.service ?? '' })}
    </span>
  );
}

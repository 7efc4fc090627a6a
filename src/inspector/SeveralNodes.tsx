import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { deleteNodes } from '#schedule/removal/deleteNodes.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { NodeIcon } from '#ui/NodeIcon.tsx';

import styles from './SeveralNodes.module.css';
import { useEdit } from '#editors/useEdit.ts';
import { t } from '#words/words.ts';

interface SeveralNodesProps {
  readonly nodes: readonly ScheduleNode[];
}

/** More nodes than this are only counted. */
const MAX_LISTED = 100;

/** Several nodes: what can be done to all of them, and a way to each. */
export function SeveralNodes({ nodes }: SeveralNodesProps): ReactNode {
  const studio = useStudio();
  const edit = useEdit();
  return (
    <div className={styles.several}>
      <h2 className={styles.heading}>{t('{{number}} nodes selected', { number: nodes.length })}</h2>
      <Button
        className={styles.delete}
        onClick={() => {
          const { schedule } = studio.history.getState();
          edit(
            deleteNodes(
              schedule,
              nodes.map(({ id }) => id),
            ),
          );
        }}
      >
        <Trash2 size={14} aria-hidden="true" />
        {t('Delete {{number}} nodes', { number: nodes.length })}
      </Button>
      <ul className={styles.list}>
        {nodes.slice(0, MAX_LISTED).map(({ id, kind }) => (
          <li key={id}>
            <Button
              look="plain"
              className={styles.node}
              title={id}
              onClick={() => {
                studio.select({ nodes: [id] });
              }}
            >
              <NodeIcon kind={kind} />
              <span className={styles.name}>{id}</span>
            </Button>
          </li>
        ))}
      </ul>
      {nodes.length > MAX_LISTED ? (
        <p>{t('and {{number}} more', { number: nodes.length - MAX_LISTED })}</p>
      ) : null}
    </div>
  );
}

import type { ReactNode } from 'react';

import { nodeWithId } from '#schedule/places.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { NodeIcon } from '#ui/NodeIcon.tsx';
import { t } from '#words/words.ts';

import styles from './NodeLink.module.css';

interface NodeLinkProps {
  /** The node's id. */
  readonly id: string;
}

/** Another node by its icon and its id; pressing it selects it. */
export function NodeLink({ id }: NodeLinkProps): ReactNode {
  const studio = useStudio();
  const kind = nodeWithId(useSchedule(), id)?.kind ?? '';
  return (
    <Button
      look="plain"
      className={styles.link}
      title={t('Select {{id}}', { id })}
      onClick={() => {
        studio.select({ nodes: [id], edges: [] });
      }}
    >
      <NodeIcon kind={kind} size={14} />
      <span className={styles.name}>{id}</span>
    </Button>
  );
}

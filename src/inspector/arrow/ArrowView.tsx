import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { DraftScope } from '#editors/fields/useDraft.ts';
import { useEdit } from '#editors/useEdit.ts';
import { canRemoveArrow, removeArrows } from '#schedule/arrowEdits.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './ArrowView.module.css';
import { FieldArrow } from './FieldArrow.tsx';
import { StepArrow } from './StepArrow.tsx';

interface ArrowViewProps {
  readonly arrow: ScheduleEdge;
}

/** An arrow: what it is drawn from, to be edited without a way through its node. */
export function ArrowView({ arrow }: ArrowViewProps): ReactNode {
  const studio = useStudio();
  const edit = useEdit();
  const { source, target } = arrow;
  return (
    <div className={styles.arrow}>
      <h2 className={styles.heading}>
        {source} → {target}
      </h2>
      <DraftScope value={arrow.id}>
        {arrow.by === 'step' ? <StepArrow arrow={arrow} /> : <FieldArrow arrow={arrow} />}
      </DraftScope>
      <div className={styles.buttons}>
        {[...new Set([source, target])].map((id) => (
          <Button
            key={id}
            className={styles.node}
            title={t('Select {{id}}', { id })}
            onClick={() => {
              studio.select({ nodes: [id], edges: [] });
            }}
          >
            {t('Select {{id}}', { id })}
          </Button>
        ))}
        {canRemoveArrow(arrow) ? (
          <Button
            className={styles.delete}
            onClick={() => {
              edit(removeArrows([arrow]));
              studio.select({ edges: [] });
            }}
          >
            <Trash2 size={14} aria-hidden="true" />
            {t('Delete arrow')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

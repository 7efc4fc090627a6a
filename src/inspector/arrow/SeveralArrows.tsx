import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { useEdit } from '#editors/useEdit.ts';
import { canRemoveArrow, removeArrows } from '#schedule/arrowEdits.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './ArrowView.module.css';

interface SeveralArrowsProps {
  readonly arrows: readonly ScheduleEdge[];
}

/** Several arrows: what can be done to all of them. */
export function SeveralArrows({ arrows }: SeveralArrowsProps): ReactNode {
  const studio = useStudio();
  const edit = useEdit();
  const removable = arrows.filter(canRemoveArrow);
  const kept = arrows.length - removable.length;
  return (
    <div className={styles.arrow}>
      <h2 className={styles.heading}>
        {t('{{number}} arrows selected', { number: arrows.length })}
      </h2>
      {kept === 0 ? null : (
        <p className={styles.where}>
          {t('{{count}} of them lead to a semaphore or a queue, and can only be put elsewhere.', {
            count: kept,
          })}
        </p>
      )}
      <div className={styles.buttons}>
        {removable.length === 0 ? null : (
          <Button
            className={styles.delete}
            onClick={() => {
              edit(removeArrows(removable));
              studio.select({ edges: [] });
            }}
          >
            <Trash2 size={14} aria-hidden="true" />
            {t('Delete {{count}} arrows', { count: removable.length })}
          </Button>
        )}
      </div>
    </div>
  );
}

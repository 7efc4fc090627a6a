import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { useEdit } from '#inspector/useEdit.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { removeSteps } from '#schedule/functionEdits.ts';
import { useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';

import styles from './ArrowView.module.css';

interface SeveralArrowsProps {
  readonly arrows: readonly ScheduleEdge[];
}

/** Several arrows: what can be done to all of them. */
export function SeveralArrows({ arrows }: SeveralArrowsProps): ReactNode {
  const studio = useStudio();
  const edit = useEdit();
  return (
    <div className={styles.arrow}>
      <h2 className={styles.heading}>{arrows.length} arrows selected</h2>
      <div className={styles.buttons}>
        <Button
          className={styles.delete}
          onClick={() => {
            edit(removeSteps(arrows));
            studio.select({ edges: [] });
          }}
        >
          <Trash2 size={14} aria-hidden="true" />
          Delete {arrows.length} arrows
        </Button>
      </div>
    </div>
  );
}

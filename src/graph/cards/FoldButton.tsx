import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { foldService } from '#schedule/foldEdit.ts';
import { useStudio } from '#store/useStudio.ts';
import { IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './ServiceFrame.module.css';

interface FoldButtonProps {
  /** The service's id. */
  readonly id: string;
  readonly folded: boolean;
}

/** Shows a frame without what lies in it, or with it again. */
export function FoldButton({ id, folded }: FoldButtonProps): ReactNode {
  const studio = useStudio();
  return (
    <IconButton
      look="plain"
      className={`${styles.fold} nodrag nopan nokey`}
      label={folded ? t('Unfold {{id}}', { id }) : t('Fold {{id}}', { id })}
      title={folded ? t('Show what is in it (F)') : t('Fold what is in it away (F)')}
      aria-expanded={!folded}
      onClick={() => {
        studio.edit(foldService(id, !folded));
      }}
    >
      {folded ? (
        <ChevronRight size={14} aria-hidden="true" />
      ) : (
        <ChevronDown size={14} aria-hidden="true" />
      )}
    </IconButton>
  );
}

import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './RowHead.module.css';
import type { DragHandle } from './useRowDrag.ts';

interface RowHeadProps {
  /** The row in words, such as `step 2`. */
  readonly name: string;
  readonly handle: DragHandle;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly moveBy: (by: -1 | 1) => void;
  readonly remove: () => void;
  readonly children: ReactNode;
}

/** The head of a row: its handle, what it is, and its buttons. */
export function RowHead(props: RowHeadProps): ReactNode {
  const { name, handle, isFirst, isLast, moveBy, remove, children } = props;
  return (
    <div className={styles.head}>
      <IconButton
        look="plain"
        className={styles.handle}
        label={t('Move {{name}}', { name })}
        title={t('Drag, or press Alt+↑ or Alt+↓')}
        {...handle}
      >
        <GripVertical size={14} aria-hidden="true" />
      </IconButton>
      <div className={styles.title}>{children}</div>
      <IconButton
        look="plain"
        className={styles.tool}
        label={t('Move {{name}} up', { name })}
        // Not `disabled`: the button would lose the focus with which the row has got here.
        aria-disabled={isFirst}
        onClick={() => {
          moveBy(-1);
        }}
      >
        <ArrowUp size={14} aria-hidden="true" />
      </IconButton>
      <IconButton
        look="plain"
        className={styles.tool}
        label={t('Move {{name}} down', { name })}
        aria-disabled={isLast}
        onClick={() => {
          moveBy(1);
        }}
      >
        <ArrowDown size={14} aria-hidden="true" />
      </IconButton>
      <IconButton
        look="plain"
        className={styles.tool}
        label={t('Delete {{name}}', { name })}
        data-delete
        onClick={remove}
      >
        <X size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

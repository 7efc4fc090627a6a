import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

import { IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** A sentence under the title. */
  readonly description: string;
  /** `wide` for lists and code. */
  readonly width?: 'normal' | 'wide';
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A dialog above the page. Esc, its button or a press beside it close it. */
export function Dialog({
  title,
  description,
  width = 'normal',
  open,
  onOpenChange,
  children,
}: DialogProps): ReactNode {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={[styles.dialog, width === 'wide' && styles.wide].filter(Boolean).join(' ')}
        >
          <div className={styles.heading}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('Close')} look="plain">
                <X size={16} aria-hidden="true" />
              </IconButton>
            </Radix.Close>
          </div>
          <Radix.Description className={styles.description}>{description}</Radix.Description>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

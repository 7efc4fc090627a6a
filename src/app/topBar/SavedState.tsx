import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { toast } from 'sonner';

import { NOT_SAVED_HELP } from '#app/notices/saveWords.ts';
import { useSaveState, useStudio } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './SavedState.module.css';

/** Whether the schedule is stored, in words, and what to do where it is not. */
export function SavedState(): ReactNode {
  const studio = useStudio();
  const state = useSaveState();
  switch (state) {
    case 'saved':
      return <span className={styles.quiet}>{t('Saved')}</span>;
    case 'saving':
      return <span className={styles.quiet}>{t('Saving…')}</span>;
    case 'failed':
      return (
        <Popover.Root>
          <Popover.Trigger asChild>
            <Button look="plain" className={styles.failed}>
              {t('Not saved')}
            </Button>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              className={styles.popup}
              align="start"
              sideOffset={4}
              collisionPadding={8}
            >
              {t(NOT_SAVED_HELP)}
              <Popover.Arrow className={styles.arrow} />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      );
    case 'elsewhere':
      return (
        <span className={styles.elsewhere}>
          <output>{t('Open in another tab: not saved here')}</output>
          <Button
            onClick={() => {
              studio.takeOver().catch((error: unknown) => {
                toast.error(t('This tab could not take over'), { description: String(error) });
              });
            }}
          >
            {t('Take over')}
          </Button>
        </span>
      );
  }
}

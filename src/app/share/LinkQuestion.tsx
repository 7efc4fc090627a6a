import type { ReactNode } from 'react';

import { Dialog } from '#app/widgets/Dialog.tsx';
import { useSchedule } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './LinkQuestion.module.css';
import type { LinkedQuestion } from './useLinkedSchedule.ts';

/** Asks whether the schedule of a link takes the place of the one that is open. */
export function LinkQuestion({ question }: { readonly question: LinkedQuestion }): ReactNode {
  const { asked, open, leave } = question;
  const { name } = useSchedule();
  return (
    <Dialog
      title={t('Open “{{name}}”?', { name: asked?.name ?? '' })}
      description={t(
        'The link has a schedule. It takes the place of “{{name}}”; Undo brings that back.',
        { name },
      )}
      open={asked !== null}
      onOpenChange={leave}
    >
      <div className={styles.buttons}>
        <Button look="primary" onClick={open}>
          {t('Open it')}
        </Button>
        <Button onClick={leave}>{t('Keep what is open')}</Button>
      </div>
    </Dialog>
  );
}

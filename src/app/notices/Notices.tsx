import { useEffect, type ReactNode } from 'react';
import { Toaster, toast } from 'sonner';

import { useNotice, useSaveState, useView } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './Notices.module.css';
import { NOT_SAVED_HELP } from './saveWords.ts';

/** Messages about what happened by itself, in a corner of the screen. */
export function Notices(): ReactNode {
  const notice = useNotice();
  const theme = useView((view) => view.theme);
  const failed = useSaveState() === 'failed';

  useEffect(() => {
    if (notice !== null) toast(notice.text, { id: `notice ${notice.id}` });
  }, [notice]);

  useEffect(() => {
    if (failed) toast.error(t('Not saved'), { id: 'save', description: t(NOT_SAVED_HELP) });
    else toast.dismiss('save');
  }, [failed]);

  return (
    <Toaster
      theme={theme}
      position="bottom-right"
      closeButton
      duration={8000}
      containerAriaLabel={t('Notices')}
      toastOptions={{
        closeButtonAriaLabel: t('Close'),
        classNames: {
          toast: styles.toast ?? '',
          title: styles.title ?? '',
          description: styles.description ?? '',
          closeButton: styles.close ?? '',
        },
      }}
    />
  );
}

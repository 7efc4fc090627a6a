import { useEffect, type ReactNode } from 'react';

import { IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './Refusal.module.css';

interface RefusalProps {
  readonly text: string;
  /** Whether something was done, and this is what else came of it. */
  readonly isNotice?: boolean;
  readonly onClose: () => void;
}

/** How long it is shown, in milliseconds. */
const SHOWN = 8000;

/** Why something could not be done, or what else was done. */
export function Refusal({ text, isNotice = false, onClose }: RefusalProps): ReactNode {
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN);
    return () => clearTimeout(timer);
  }, [onClose]);
  return (
    <div role={isNotice ? 'status' : 'alert'} className={isNotice ? styles.notice : styles.refusal}>
      {text}
      <IconButton look="plain" label={t('Close')} onClick={onClose}>
        ×
      </IconButton>
    </div>
  );
}

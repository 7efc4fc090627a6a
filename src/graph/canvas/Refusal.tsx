import { useEffect, type ReactNode } from 'react';

import { IconButton } from '#ui/Button.tsx';

import styles from './Refusal.module.css';

interface RefusalProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** How long a refusal is shown, in milliseconds. */
const SHOWN = 8000;

/** Why something could not be done. */
export function Refusal({ text, onClose }: RefusalProps): ReactNode {
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN);
    return () => clearTimeout(timer);
  }, [onClose]);
  return (
    <div role="alert" className={styles.refusal}>
      {text}
      <IconButton look="plain" label="Close" onClick={onClose}>
        ×
      </IconButton>
    </div>
  );
}

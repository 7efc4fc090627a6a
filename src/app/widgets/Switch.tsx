import { Switch as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

import styles from './Switch.module.css';

interface SwitchProps {
  /** What it switches: its name, beside it. */
  readonly label: string;
  readonly title?: string;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
}

/** Something that is on or off, at once. */
export function Switch({ label, title, checked, onCheckedChange }: SwitchProps): ReactNode {
  return (
    <label className={styles.label} title={title}>
      <Radix.Root className={styles.track} checked={checked} onCheckedChange={onCheckedChange}>
        <Radix.Thumb className={styles.thumb} />
      </Radix.Root>
      {label}
    </label>
  );
}

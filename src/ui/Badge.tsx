import type { ReactNode } from 'react';

import styles from './Badge.module.css';
import { ToneMark, type MarkTone } from './ToneMark.tsx';

interface BadgeProps {
  /** What it is about: its colour and its shape. */
  readonly tone: MarkTone;
  readonly text: string;
  /** For another element that is named by it. */
  readonly id?: string;
}

/** A state in a few words, with the colour and the shape of its tone. */
export function Badge({ tone, text, id }: BadgeProps): ReactNode {
  return (
    <span id={id} className={styles.badge} data-tone={tone} title={text}>
      <ToneMark tone={tone} />
      <span className={styles.text}>{text}</span>
    </span>
  );
}

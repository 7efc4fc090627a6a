import type { ReactNode } from 'react';

import styles from './Badge.module.css';
import { ToneMark } from './ToneMark.tsx';
import { useCardPhase } from './useCardState.ts';

interface BadgeProps {
  /** The node's id. */
  readonly node: string;
  /** The id of the element, for the card's name. */
  readonly id: string;
}

/** What a node's newest instance is doing at the playhead. */
export function Badge({ node, id }: BadgeProps): ReactNode {
  const { tone, text } = useCardPhase(node);
  return (
    <span id={id} className={styles.badge} data-tone={tone} title={text}>
      <ToneMark tone={tone} />
      <span className={styles.text}>{text}</span>
    </span>
  );
}

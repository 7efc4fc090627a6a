import type { ReactNode } from 'react';

import type { ScheduleNode } from '#schedule/schema.ts';

import styles from './FarCard.module.css';
import { kindWords } from '#graph/words/kindWords.ts';
import { ToneMark } from '#ui/ToneMark.tsx';
import { useCardPhase } from '#graph/state/useCardState.ts';

/** A card seen from far: its name and its state, large. */
export function FarCard({ node }: { readonly node: ScheduleNode }): ReactNode {
  const { id } = node;
  const { tone, text } = useCardPhase(id);
  return (
    <div className={styles.far} data-tone={tone}>
      <span id={`card-${id}-id`} className={styles.id}>
        {id}
      </span>
      <span id={`card-${id}-state`} className={styles.state}>
        <ToneMark tone={tone} />
        {text}
      </span>
      <span id={`card-${id}-kind`} hidden>
        {kindWords(node)}
      </span>
    </div>
  );
}

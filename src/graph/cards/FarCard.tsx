import type { ReactNode } from 'react';

import type { CssPixels } from '#base/units.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

import styles from './FarCard.module.css';
import { kindWords } from '#graph/words/kindWords.ts';
import { ToneMark } from '#ui/ToneMark.tsx';
import { CardBreakpoint } from '#graph/state/CardBreakpoint.tsx';
import { useCardPhase } from '#graph/state/useCardState.ts';

interface FarCardProps {
  readonly node: ScheduleNode;
  /** What there is for it, in the graph's own pixels. */
  readonly height: CssPixels;
  /** How many members a service has; null for other nodes. */
  readonly members?: number | null;
  /** Whether only its colour can be seen: then its words are for those who hear them. */
  readonly isBlock: boolean;
}

/** Below this height the name and the state stand side by side. */
const SHORT: CssPixels = 90;

/** A card seen from far: its name and its state, large, or a block in the colour of its state. */
export function FarCard({ node, height, members = null, isBlock }: FarCardProps): ReactNode {
  const { id } = node;
  const { tone, text } = useCardPhase(id);
  return (
    <div className={styles.far} data-tone={tone} data-short={height < SHORT} data-block={isBlock}>
      <span id={`card-${id}-id`} className={styles.id} hidden={isBlock}>
        {id}
      </span>
      <span id={`card-${id}-state`} className={styles.state} hidden={isBlock}>
        {isBlock ? null : <ToneMark tone={tone} />}
        {text}
      </span>
      <span className={styles.breakpoint} hidden={isBlock}>
        <CardBreakpoint node={id} size={26} />
      </span>
      <span id={`card-${id}-kind`} hidden>
        {kindWords(node, members)}
      </span>
    </div>
  );
}

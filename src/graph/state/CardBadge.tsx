import type { ReactNode } from 'react';

import { Badge } from '#ui/Badge.tsx';

import { useCardPhase } from './useCardState.ts';

interface CardBadgeProps {
  /** The node's id. */
  readonly node: string;
  /** The id of the element, for the card's name. */
  readonly id: string;
}

/** What a node's newest instance is doing at the playhead. */
export function CardBadge({ node, id }: CardBadgeProps): ReactNode {
  const { tone, text } = useCardPhase(node);
  return <Badge id={id} tone={tone} text={text} />;
}

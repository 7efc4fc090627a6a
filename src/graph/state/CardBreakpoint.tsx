import type { ReactNode } from 'react';

import { BreakpointDot } from '#ui/BreakpointDot.tsx';

import { useCardBreakpoint } from './useCardBreakpoint.ts';

interface CardBreakpointProps {
  /** The node's id. */
  readonly node: string;
  readonly size?: number;
}

/** The dot on a card whose node has breakpoints; it is a part of the card's name. */
export function CardBreakpoint({ node, size = 10 }: CardBreakpointProps): ReactNode {
  const found = useCardBreakpoint(node);
  return found === null ? null : (
    <span id={`card-${node}-breakpoint`} style={{ display: 'flex' }}>
      <BreakpointDot on={found.on} label={found.text} size={size} />
    </span>
  );
}

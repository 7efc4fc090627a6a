import { useStore, type ConnectionLineComponentProps } from '@xyflow/react';
import type { ReactNode } from 'react';

import { overlaps } from '#graph/layout/freePlace.ts';
import type { CardNode } from '#graph/scheduleToFlow.ts';
import { givesDeferred } from '#schedule/language.ts';

import styles from './ArrowInHand.module.css';

/** An arrow that is being dragged: its line, the card that it would end at, and what it would mean. */
export function ArrowInHand({
  fromNode,
  fromHandle,
  fromX,
  fromY,
  toX,
  toY,
}: ConnectionLineComponentProps<CardNode>): ReactNode {
  const target = useStore(({ nodeLookup }) => {
    for (const node of nodeLookup.values()) {
      const { width = 0, height = 0 } = node.measured;
      const card = { ...node.internals.positionAbsolute, width, height };
      if (overlaps(card, { x: toX, y: toY, width: 1, height: 1 })) return node as typeof fromNode;
    }
    return null;
  });
  const atRightEdge = useStore(
    ({ transform: [x, , zoom], width }) => toX * zoom + x > width - HINT_WIDTH,
  );
  const rail = RAIL_OF_PORT[fromHandle.id ?? ''] ?? null;
  const text =
    target === null ? 'let go to add a node here' : hintOf(fromNode, rail, target.data.node);
  return (
    <g className={styles.inHand} data-rail={rail}>
      {target === null ? null : (
        <rect
          className={styles.target}
          x={target.internals.positionAbsolute.x - 4}
          y={target.internals.positionAbsolute.y - 4}
          width={(target.measured.width ?? 0) + 8}
          height={(target.measured.height ?? 0) + 8}
          rx="13"
        />
      )}
      <path className={styles.line} d={lineTo(rail, fromX, fromY, toX, toY)} />
      <circle className={styles.end} cx={toX} cy={toY} r="4" />
      <text
        className={styles.hint}
        x={toX + (atRightEdge ? -14 : 14)}
        y={toY - 10}
        textAnchor={atRightEdge ? 'end' : 'start'}
      >
        {text}
      </text>
    </g>
  );
}

/** About what a hint takes, in CSS pixels: nearer to the right edge it stands on the other side. */
const HINT_WIDTH = 320;

const RAIL_OF_PORT: Readonly<Record<string, 'callback' | 'errback'>> = {
  'rail:callback': 'callback',
  'rail:errback': 'errback',
};

function hintOf(
  source: { readonly data: CardNode['data'] },
  rail: 'callback' | 'errback' | null,
  target: CardNode['data']['node'],
): string {
  if (rail === null) return `what ${source.data.node.id} does to ${target.id} …`;
  const when = rail === 'callback' ? 'after a result' : 'after a failure';
  const waits = givesDeferred(target.kind) ? ', wait for it' : '';
  return `${when}: start ${target.id}${waits}`;
}

function lineTo(
  rail: string | null,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): string {
  const reach = Math.max(24, Math.hypot(toX - fromX, toY - fromY) / 3);
  // Rails end at the bottom of a card and leave it downwards, functions to the right.
  const bend = rail === null ? `${fromX + reach},${fromY}` : `${fromX},${fromY + reach}`;
  return `M${fromX},${fromY} C${bend} ${toX},${toY} ${toX},${toY}`;
}

import { useStore, type ConnectionLineComponentProps, type InternalNode } from '@xyflow/react';
import { useContext, type ReactNode } from 'react';

import { arrowOffer } from '#graph/edits/arrowOffer.ts';
import { arrowStartAt } from '#graph/edits/arrowStarts.ts';
import { retargetOffer } from '#graph/edits/retargetOffer.ts';
import { ArrowInHandContext } from '#graph/editing/useArrowDrag.ts';
import type { FlowNode, FrameData } from '#graph/flow/flowTypes.ts';
import { overlaps, type Area } from '#graph/layout/freePlace.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import type { Schedule } from '#schedule/schema.ts';
import { useSchedule } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import styles from './ArrowInHand.module.css';

/** An arrow that is being dragged: its line, the card that it would end at, and what it would mean. */
export function ArrowInHand({
  fromNode,
  fromHandle,
  fromX,
  fromY,
  toX,
  toY,
}: ConnectionLineComponentProps<FlowNode>): ReactNode {
  const schedule = useSchedule();
  const arrow = useContext(ArrowInHandContext);
  const target = useStore(({ nodeLookup }) => {
    for (const node of nodeLookup.values()) {
      const candidate = node as typeof fromNode;
      if (overlaps(areaOf(candidate), { x: toX, y: toY, width: 1, height: 1 })) return candidate;
    }
    return null;
  });
  const area = target === null ? null : areaOf(target);
  const atRightEdge = useStore(
    ({ transform: [x, , zoom], width }) => toX * zoom + x > width - HINT_WIDTH,
  );
  const rail = RAIL_OF_PORT[fromHandle.id ?? ''] ?? null;
  const text =
    target === null
      ? t('let go to add a node here')
      : arrow === null
        ? hintOf(schedule, fromNode, fromHandle.id ?? '', target)
        : retargetHint(schedule, arrow, target);
  return (
    <g className={styles.inHand} data-rail={rail}>
      {area === null ? null : (
        <rect
          className={styles.target}
          x={area.x - 4}
          y={area.y - 4}
          width={area.width + 8}
          height={area.height + 8}
          rx="13"
        />
      )}
      <path className={styles.line} d={lineTo(rail !== null, fromX, fromY, toX, toY)} />
      <circle className={styles.end} cx={toX} cy={toY} r="4" />
      <foreignObject
        className={styles.hint}
        x={toX + (atRightEdge ? -HINT_WIDTH - 14 : 14)}
        y={toY + 8}
        width={HINT_WIDTH}
        height="90"
      >
        <div className={styles.side} data-end={atRightEdge}>
          <span className={styles.text}>{text}</span>
        </div>
      </foreignObject>
    </g>
  );
}

/** What a hint takes at most, in the graph's pixels: nearer to the right edge it stands on the other side. */
const HINT_WIDTH = 300;

const RAIL_OF_PORT: Readonly<Record<string, 'callback' | 'errback'>> = {
  'rail:callback': 'callback',
  'rail:errback': 'errback',
};

/** Where a node takes an arrow: a frame by its title only, for cards lie in it. */
function areaOf({ internals, measured, type, data }: InternalNode<FlowNode>): Area {
  const { width = 0, height = 0 } = measured;
  const title = type === 'frame' ? (data as FrameData).frame.header : height;
  return { ...internals.positionAbsolute, width, height: title };
}

function hintOf(
  schedule: Schedule,
  { data: { node: source } }: InternalNode<FlowNode>,
  port: string,
  { data: { node: target } }: InternalNode<FlowNode>,
): string {
  const start = arrowStartAt(source, port);
  if (start === null) return '';
  const { meanings, refusal } = arrowOffer(schedule, start, target);
  if (refusal !== null) return refusal;
  if (start.from === 'function')
    return t('what {{source}} does to {{target}} …', { source: source.id, target: target.id });
  const text = meanings[0]?.text ?? '';
  if (start.from === 'field') return text;
  return start.rail === 'callback'
    ? t('after a result: {{text}}', { text })
    : t('after a failure: {{text}}', { text });
}

/** What an arrow that was there before would mean with its end at another card. */
function retargetHint(
  schedule: Schedule,
  arrow: ScheduleEdge,
  { data: { node: target } }: InternalNode<FlowNode>,
): string {
  if (target.id === arrow.target) return t('as it was');
  const { meanings, refusal } = retargetOffer(schedule, arrow, target);
  if (refusal !== null) return refusal;
  return meanings.length === 1
    ? (meanings[0]?.text ?? '')
    : t('something else to {{id}} …', { id: target.id });
}

function lineTo(isRail: boolean, fromX: number, fromY: number, toX: number, toY: number): string {
  const reach = Math.max(24, Math.hypot(toX - fromX, toY - fromY) / 3);
  // Rails end at the bottom of a card and leave it downwards, functions to the right.
  const bend = isRail ? `${fromX},${fromY + reach}` : `${fromX + reach},${fromY}`;
  return `M${fromX},${fromY} C${bend} ${toX},${toY} ${toX},${toY}`;
}

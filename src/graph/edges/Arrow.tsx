import { useStore, type EdgeProps, type InternalNode } from '@xyflow/react';
import { useContext, type ReactNode } from 'react';

import { InsertionContext } from '#graph/editing/useInsertion.ts';
import type { ArrowEdge } from '#graph/flow/flowTypes.ts';

import styles from './Arrow.module.css';
import { edgePath } from '#graph/layout/edgePath.ts';
import { useActing } from '#graph/state/useActing.ts';
import { t } from '#words/words.ts';

/** A step that names a node, as an arrow to that node's card. */
export function Arrow({
  id,
  selected = false,
  source,
  target,
  sourceX,
  sourceY,
  targetX,
  targetY,
  data,
}: EdgeProps<ArrowEdge>): ReactNode {
  const takes = useContext(InsertionContext) === id;
  const acting = useActing(data?.actKeys ?? NO_KEYS);
  const ends = useStore(
    ({ nodeLookup }) => ({
      source: extentOf(nodeLookup.get(source)),
      target: extentOf(nodeLookup.get(target)),
    }),
    (a, b) => sameExtent(a.source, b.source) && sameExtent(a.target, b.target),
  );
  if (data === undefined) return null;
  const { edge, label, rail, along } = data;
  const { d, labelX, labelY } = edgePath({ sourceX, sourceY, targetX, targetY, ...ends }, along);
  return (
    <g
      className={styles.arrow}
      data-does={edge.by === 'step' ? edge.does : edge.field}
      data-rail={rail}
      data-acting={acting}
      data-takes={takes}
    >
      {acting ? <path className={styles.glow} d={d} /> : null}
      <path className={styles.line} d={d} />
      {edge.by === 'step' ? (
        <path className={styles.head} d={`M${targetX + 1},${targetY} l-9,-4.5 v9 z`} />
      ) : (
        // No deed: a node that needs another one.
        <rect className={styles.need} x={targetX - 7} y={targetY - 3.5} width="7" height="7" />
      )}
      {/* What the pointer takes hold of: wider than what is seen. */}
      <path className={styles.grip} d={d} />
      {selected ? <circle className={styles.end} cx={targetX - 14} cy={targetY} r="5" /> : null}
      <text className={styles.label} x={labelX} y={labelY} dy="0.32em">
        {takes ? t('put between') : label}
      </text>
    </g>
  );
}

const NO_KEYS: readonly string[] = [];

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

function extentOf(node: InternalNode | undefined): Extent {
  const top = node?.internals.positionAbsolute.y ?? 0;
  return { top, bottom: top + (node?.measured.height ?? 0) };
}

function sameExtent(a: Extent, b: Extent): boolean {
  return a.top === b.top && a.bottom === b.bottom;
}

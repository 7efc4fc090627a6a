import { ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';

import type { ArrowEdge, FlowNode } from '#graph/flow/flowTypes.ts';
import { edgePath } from '#graph/layout/edgePath.ts';
import { TARGET, type Port } from '#graph/layout/ports.ts';

import styles from './BlockArrows.module.css';

interface BlockArrowsProps {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly ArrowEdge[];
}

/** The arrows between cards that are drawn as blocks: one line of them all, as nobody can tell them apart. */
export function BlockArrows({ nodes, edges }: BlockArrowsProps): ReactNode {
  return (
    <ViewportPortal>
      <svg className={styles.arrows} aria-hidden="true">
        <path d={pathOfAll(nodes, edges)} />
      </svg>
    </ViewportPortal>
  );
}

function pathOfAll(nodes: readonly FlowNode[], edges: readonly ArrowEdge[]): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const paths: string[] = [];
  for (const { source, target, sourceHandle } of edges) {
    const from = byId.get(source);
    const to = byId.get(target);
    const port = portsOf(from).find(({ id }) => id === sourceHandle);
    if (from === undefined || to === undefined || port === undefined) continue;
    const ends = {
      sourceX: from.position.x + port.x,
      sourceY: from.position.y + port.y,
      targetX: to.position.x + TARGET.x,
      targetY: to.position.y + TARGET.y,
      source: extentOf(from),
      target: extentOf(to),
    };
    paths.push(edgePath(ends).d);
  }
  return paths.join(' ');
}

function portsOf(node: FlowNode | undefined): readonly Port[] {
  if (node === undefined) return [];
  return node.type === 'card' ? node.data.layout.ports : node.data.ports;
}

function extentOf({ position: { y }, type, data }: FlowNode): { top: number; bottom: number } {
  return { top: y, bottom: y + (type === 'frame' ? data.frame.height : data.layout.height) };
}

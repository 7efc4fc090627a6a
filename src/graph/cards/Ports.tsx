import { Handle, Position } from '@xyflow/react';
import type { CSSProperties, ReactNode } from 'react';

import { useGraphActions } from '#graph/useGraphActions.ts';

import { fieldPort, OWN_PORT, type Port } from '#graph/layout/ports.ts';
import { t } from '#words/words.ts';
import styles from './Ports.module.css';

interface PortsProps {
  /** The node's id. */
  readonly node: string;
  readonly ports: readonly Port[];
  /** Whether the card is too small to be worked on: then arrows only end here. */
  readonly far: boolean;
}

const POSITIONS = { left: Position.Left, right: Position.Right, bottom: Position.Bottom } as const;

/** The ends of arrows on the edge of a card. */
export function Ports({ node, ports, far }: PortsProps): ReactNode {
  return ports.map((port) =>
    port.drags && !far ? (
      <DragHandle key={port.id} node={node} port={port} />
    ) : (
      <Anchor key={port.id} port={port} far={far} />
    ),
  );
}

/** An end that an arrow can be dragged out of; a click opens the form that connects. */
function DragHandle({ node, port }: { readonly node: string; readonly port: Port }): ReactNode {
  const { connect } = useGraphActions();
  return (
    <Handle
      id={port.id}
      type="source"
      position={POSITIONS[port.edge]}
      className={[styles.port, styles.handle].join(' ')}
      data-look={port.look}
      style={placeOf(port)}
      title={titleOf(port)}
      isConnectableEnd={false}
      onClick={() => connect(node, port.id)}
    />
  );
}

/** An end that arrows are only drawn to. React Flow finds it by these attributes when it measures. */
function Anchor({ port, far }: { readonly port: Port; readonly far: boolean }): ReactNode {
  return (
    <span
      className={[port.end, styles.port, far ? styles.hidden : ''].join(' ')}
      data-handleid={port.id}
      data-handlepos={port.edge}
      data-look={port.look}
      style={placeOf(port)}
    />
  );
}

function placeOf({ x, y, size }: Port): CSSProperties {
  return {
    left: x - size / 2,
    top: y - size / 2,
    width: size,
    height: size,
    // Said here because React Flow's own styles for a handle's edge say otherwise.
    right: 'auto',
    bottom: 'auto',
    transform: 'none',
  };
}

function titleOf({ id, look }: Port): string {
  if (id === OWN_PORT) return t('Drag to a card: what this function does to it');
  if (id === fieldPort('member')) return t('Drag to a card: wait for it too');
  if (id === fieldPort('semaphore')) return t('Drag to another semaphore');
  if (id === fieldPort('queue')) return t('Drag to another queue');
  return look === 'errback'
    ? t('Drag to a card: what comes after a failure')
    : t('Drag to a card: what comes after a result');
}

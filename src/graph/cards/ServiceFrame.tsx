import type { NodeProps } from '@xyflow/react';
import type { ReactNode } from 'react';

import type { FrameNode } from '#graph/flow/flowTypes.ts';
import { TARGET } from '#graph/layout/ports.ts';
import { useFar } from '#graph/useFar.ts';

import { CardHeader } from './CardHeader.tsx';
import { CardToolbar } from './CardToolbar.tsx';
import { FarCard } from './FarCard.tsx';
import { Ports } from './Ports.tsx';
import styles from './ServiceFrame.module.css';

const PORTS = [TARGET];

/** A service: a frame around its members, held by its title. */
export function ServiceFrame({ id, data, selected }: NodeProps<FrameNode>): ReactNode {
  const far = useFar();
  const { node, frame, members, drop } = data;
  return (
    <div
      className={styles.frame}
      data-selected={selected}
      data-drop={drop?.does}
      style={{ width: frame.width, height: frame.height }}
    >
      <div className={styles.title} style={{ height: frame.header }}>
        {far ? (
          <FarCard node={node} height={frame.header} members={members} />
        ) : (
          <CardHeader node={node} height={frame.header} members={members} />
        )}
      </div>
      {members === 0 && drop === null ? (
        <p className={styles.hint}>Drag cards in here: they start and stop with {id}.</p>
      ) : null}
      {drop === null ? null : (
        <p className={styles.drop}>
          let go to{' '}
          {drop.does === 'put into'
            ? `put ${drop.what} into ${id}`
            : `take ${drop.what} out of ${id}`}
        </p>
      )}
      {selected && !far ? <CardToolbar id={id} connects={false} /> : null}
      <Ports node={id} ports={PORTS} far={far} />
    </div>
  );
}

import type { NodeProps } from '@xyflow/react';
import type { ReactNode } from 'react';

import type { FrameNode } from '#graph/flow/flowTypes.ts';
import { TARGET } from '#graph/layout/ports.ts';
import { useDetail } from '#graph/useDetail.ts';

import { CardHeader } from './CardHeader.tsx';
import { CardToolbar } from './CardToolbar.tsx';
import { FarCard } from './FarCard.tsx';
import { Ports } from './Ports.tsx';
import styles from './ServiceFrame.module.css';

const PORTS = [TARGET];

/** A service: a frame around its members, held by its title. */
export function ServiceFrame({ id, data, selected }: NodeProps<FrameNode>): ReactNode {
  const detail = useDetail();
  const { node, frame, members, drop } = data;
  return (
    <div
      className={styles.frame}
      data-selected={selected}
      data-drop={drop?.does}
      style={{ width: frame.width, height: frame.height }}
    >
      <div className={styles.title} style={{ height: frame.header }}>
        {detail === 'whole' ? (
          <CardHeader node={node} height={frame.header} members={members} />
        ) : (
          <FarCard
            node={node}
            height={frame.header}
            members={members}
            isBlock={detail === 'block'}
          />
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
      {selected && detail === 'whole' ? <CardToolbar id={id} connects={false} /> : null}
      {detail === 'block' ? null : <Ports node={id} ports={PORTS} far={detail === 'far'} />}
    </div>
  );
}

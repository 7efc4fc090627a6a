import type { NodeProps } from '@xyflow/react';
import type { ReactNode } from 'react';

import type { FrameNode } from '#graph/flow/flowTypes.ts';
import { FoldedStates } from '#graph/state/FoldedStates.tsx';
import { useDetail } from '#graph/useDetail.ts';
import { t } from '#words/words.ts';

import { CardHeader } from './CardHeader.tsx';
import { CardToolbar } from './CardToolbar.tsx';
import { FoldButton } from './FoldButton.tsx';
import { FarCard } from './FarCard.tsx';
import { Ports } from './Ports.tsx';
import styles from './ServiceFrame.module.css';

/** A service: a frame around its members, held by its title. */
export function ServiceFrame({ id, data, selected }: NodeProps<FrameNode>): ReactNode {
  const detail = useDetail();
  const { node, frame, members, inside, ports, drop } = data;
  const folded = inside !== null;
  return (
    <div
      className={styles.frame}
      data-folded={folded}
      data-selected={selected}
      data-drop={drop?.does}
      style={{ width: frame.width, height: frame.height }}
    >
      <div className={styles.title} style={{ height: frame.header }}>
        {detail === 'whole' ? (
          <CardHeader
            node={node}
            height={frame.header}
            members={members}
            lead={members === 0 ? null : <FoldButton id={id} folded={folded} />}
          />
        ) : (
          <FarCard
            node={node}
            height={frame.header}
            members={members}
            isBlock={detail === 'block'}
          />
        )}
      </div>
      {folded && detail === 'whole' ? <FoldedStates id={id} inside={inside} /> : null}
      {members === 0 && !folded && drop === null ? (
        <p className={styles.hint}>
          {t('Drag cards in here: they start and stop with {{id}}.', { id })}
        </p>
      ) : null}
      {drop === null ? null : (
        <p className={styles.drop}>
          {drop.does === 'putInto'
            ? t('let go to put {{what}} into {{id}}', { what: drop.what, id })
            : t('let go to take {{what}} out of {{id}}', { what: drop.what, id })}
        </p>
      )}
      {selected && detail === 'whole' ? <CardToolbar id={id} connects={false} /> : null}
      {detail === 'block' ? null : <Ports node={id} ports={ports} far={detail === 'far'} />}
    </div>
  );
}

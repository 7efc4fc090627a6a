import type { NodeProps } from '@xyflow/react';
import type { CSSProperties, ReactNode } from 'react';

import { firstPort } from '#graph/edits/arrowStarts.ts';
import type { CardNode } from '#graph/flow/flowTypes.ts';
import { useDetail } from '#graph/useDetail.ts';

import styles from './Card.module.css';
import { CardHeader } from './CardHeader.tsx';
import { METRICS } from '#graph/layout/metrics.ts';
import { CardPlaces } from './CardPlaces.tsx';
import { CardToolbar } from './CardToolbar.tsx';
import { Chain } from './Chain.tsx';
import { FarCard } from './FarCard.tsx';
import { FieldBlock } from './FieldBlock.tsx';
import { OwnFunction } from './OwnFunction.tsx';
import { Ports } from './Ports.tsx';

/** What CSS has to know of the layout. */
const MEASURES: CSSProperties = Object.assign<CSSProperties, Record<string, string>>(
  {},
  { '--step-line': `${METRICS.line}px`, '--name-line': `${METRICS.name}px` },
);

/** A node of the schedule on the canvas, with its state at the playhead. */
export function Card({ id, data, selected }: NodeProps<CardNode>): ReactNode {
  const detail = useDetail();
  const { node, layout } = data;
  const { width, height, field, own, chain, ports } = layout;
  return (
    <div
      className={styles.card}
      data-detail={detail}
      data-selected={selected}
      style={{ ...MEASURES, width, height }}
    >
      {detail === 'whole' ? (
        <>
          <CardHeader node={node} height={layout.header} />
          {field === null ? null : <FieldBlock field={field} />}
          {own === null ? null : <OwnFunction node={node} own={own} />}
          {chain === null ? null : <Chain id={id} chain={chain} />}
          {selected ? (
            <>
              <CardPlaces node={node} layout={layout} />
              <CardToolbar id={id} connects={firstPort(node) !== null} />
            </>
          ) : null}
        </>
      ) : (
        <FarCard node={node} height={height} isBlock={detail === 'block'} />
      )}
      {detail === 'block' ? null : <Ports node={id} ports={ports} far={detail === 'far'} />}
    </div>
  );
}

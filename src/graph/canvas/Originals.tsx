import { ViewportPortal } from '@xyflow/react';
import { useMemo, type ReactNode } from 'react';

import { scheduleFrames } from '#graph/edits/moveEdit.ts';
import { cardLayout } from '#graph/layout/cardLayout.ts';
import { functionNamed } from '#schedule/places.ts';
import type { Schedule } from '#schedule/schema.ts';

import styles from './Originals.module.css';

interface OriginalsProps {
  readonly schedule: Schedule;
  /** The nodes whose copies are in hand. */
  readonly ids: readonly string[];
}

/** Where cards stay while copies of them are dragged. */
export function Originals({ schedule, ids }: OriginalsProps): ReactNode {
  const frames = useMemo(() => scheduleFrames(schedule), [schedule]);
  const shown = new Set(ids);
  return (
    <ViewportPortal>
      {schedule.nodes
        .filter(({ id }) => shown.has(id))
        .map((node) => {
          const { x, y, width, height } = frames.get(node.id) ?? {
            ...node.position,
            ...cardLayout(node, (name) => functionNamed(schedule, name)),
          };
          return (
            <div
              key={node.id}
              className={styles.original}
              style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
            >
              {node.id}
            </div>
          );
        })}
    </ViewportPortal>
  );
}

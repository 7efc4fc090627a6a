import { useEffect, useRef, type ReactNode } from 'react';

import { useStudio } from '#store/useStudio.ts';
import { REACTOR, type TraceHeader } from '#trace/traceHeader.ts';
import { NodeIcon } from '#ui/NodeIcon.tsx';

import styles from './LaneNames.module.css';
import type { Lane } from './layout/lane.ts';
import type { LaneGeometry } from './layout/laneGeometry.ts';

interface LaneNamesProps {
  readonly header: TraceHeader;
  readonly lanes: readonly Lane[];
  readonly geometry: LaneGeometry;
  /** The indexes of the lanes in view: others have no element. */
  readonly first: number;
  readonly last: number;
  readonly selectedLanes: ReadonlySet<number>;
}

/** The names of the lanes, beside their drawing. Pressing one selects its node. */
export function LaneNames(props: LaneNamesProps): ReactNode {
  const { header, lanes, geometry, first, last, selectedLanes } = props;
  const studio = useStudio();
  const list = useRef<HTMLDivElement>(null);

  // One of the names is where Tab stops: the selected one, which stays when it is scrolled away.
  const selected = Math.min(...selectedLanes, lanes.length);
  const stop = selected < lanes.length ? selected : Math.max(1, first);
  const shown = Array.from({ length: last - first }, (_, index) => first + index);
  if (stop < lanes.length && (stop < first || stop >= last)) shown.push(stop);

  useEffect(() => {
    // The focus goes along when the selection is moved by the arrow keys.
    const names = list.current;
    if (names?.contains(document.activeElement) !== true) return;
    names.querySelector<HTMLElement>(`[data-lane="${stop}"]`)?.focus({ preventScroll: true });
  }, [stop]);

  return (
    <div ref={list} className={styles.names} style={{ height: geometry.height }}>
      {shown.map((index) => {
        const top = geometry.tops[index] ?? 0;
        const style = { top, height: (geometry.tops[index + 1] ?? top) - top };
        const node = header.nodes[lanes[index]?.node ?? REACTOR];
        if (node === undefined) {
          return (
            <div key={index} className={styles.lane} style={style}>
              <span className={styles.reactor}>reactor</span>
            </div>
          );
        }
        return (
          <button
            key={index}
            type="button"
            data-lane={index}
            className={styles.lane}
            style={style}
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={selectedLanes.has(index)}
            title={`${node.id} (${node.kind})`}
            onClick={() => {
              studio.select({ nodes: [node.id], event: null });
            }}
          >
            <NodeIcon kind={node.kind} size={13} />
            <span className={styles.name}>{node.id}</span>
          </button>
        );
      })}
    </div>
  );
}

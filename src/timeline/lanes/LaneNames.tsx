import { ContextMenu } from 'radix-ui';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { useStudio } from '#store/useStudio.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import { LANE_HEIGHTS } from '#schedule/timelineSchema.ts';
import type { LaneGeometry } from '#timeline/layout/laneGeometry.ts';
import { t } from '#words/words.ts';

import type { LaneEntry } from './arrangeLanes.ts';
import { onlyService } from './laneFilter.ts';
import { LaneMenu } from './LaneMenu.tsx';
import { laneMenuItems, type LaneAction } from './laneMenuItems.ts';
import { moveBy } from './laneMoves.ts';
import { LaneName } from './LaneName.tsx';
import styles from './LaneNames.module.css';
import { useLaneDrag } from './useLaneDrag.ts';
import { useLabels } from './useLabels.ts';
import { useLaneEdits } from './useLaneEdits.ts';

interface LaneNamesProps {
  readonly header: TraceHeader;
  readonly entries: readonly LaneEntry[];
  readonly geometry: LaneGeometry;
  /** The positions `[first, last)` of the lanes in view: others have no element. */
  readonly first: number;
  readonly last: number;
  /** The indexes of the lanes whose nodes are selected. */
  readonly selectedLanes: ReadonlySet<number>;
  /** Shows only the lanes that a filter means. */
  readonly onFilter: (text: string) => void;
}

/**
 * The names of the lanes, beside their drawing. Pressing one selects its node; it is dragged to
 * another place among its siblings, and its lower edge to another height.
 */
export function LaneNames(props: LaneNamesProps): ReactNode {
  const { header, entries, geometry, first, last, selectedLanes, onFilter } = props;
  const { tops } = geometry;
  const studio = useStudio();
  const labels = useLabels();
  const edits = useLaneEdits();
  const list = useRef<HTMLDivElement>(null);
  const drag = useLaneDrag(list, entries, geometry, edits);
  const [asked, setAsked] = useState<LaneEntry | null>(null);

  // One of the names is where Tab stops: the selected one, which stays when it is scrolled away.
  const selected = [...selectedLanes].flatMap((lane) => geometry.positions.get(lane) ?? []);
  const stop = selected.reduce((least, at) => Math.min(least, at), Infinity);
  const tabStop = stop < entries.length ? stop : Math.max(1, first);
  const shown = Array.from({ length: last - first }, (_, index) => first + index);
  if (tabStop < entries.length && (tabStop < first || tabStop >= last)) shown.push(tabStop);
  const hasServices = entries.some(({ fold, depth }) => fold !== 'none' || depth > 0);

  const tabLane = entries[tabStop]?.lane;
  useEffect(() => {
    // The focus goes along when the selection is moved by the arrow keys.
    const names = list.current;
    if (names?.contains(document.activeElement) !== true) return;
    names.querySelector<HTMLElement>(`[data-lane="${tabLane}"]`)?.focus({ preventScroll: true });
  }, [tabLane]);

  const select = ({ id }: LaneEntry): void => {
    if (id !== null) studio.select({ nodes: [id], event: null });
  };
  const move = (entry: LaneEntry, by: 1 | -1): void => {
    edits.move(entry, moveBy(entries, tops, entries.indexOf(entry), by));
  };
  const onKeyDown = (event: KeyboardEvent, entry: LaneEntry): void => {
    const does = keyOf(event, entry, {
      move: (by) => move(entry, by),
      fold: (isFolded) => edits.fold(entry, isFolded),
      select: (lane) => {
        const found = entries.find((other) => other.lane === lane);
        if (found !== undefined) select(found);
      },
      firstMember: entries[entries.indexOf(entry) + 1]?.lane ?? 0,
      cancel: drag.line === null ? null : drag.cancel,
    });
    if (does === null) return;
    event.preventDefault();
    does();
  };

  const serviceOf = (entry: LaneEntry): string | null =>
    entry.kind === 'service' ? entry.id : (header.nodes[entry.service]?.id ?? null);
  const choose = (entry: LaneEntry, action: LaneAction): void => {
    const service = serviceOf(entry);
    const height = LANE_HEIGHTS.find((each) => each === action);
    if (height !== undefined) edits.setHeight(entry, height);
    else if (action === 'select') select(entry);
    else if (action === 'only' && service !== null) onFilter(onlyService(service));
    else if (action === 'up' || action === 'down') move(entry, action === 'up' ? -1 : 1);
    else if (action === 'fold' || action === 'unfold') edits.fold(entry, action === 'fold');
    else edits.foldAll(action === 'foldAll');
  };
  const can = (entry: LaneEntry, by: 1 | -1): boolean =>
    moveBy(entries, tops, entries.indexOf(entry), by) !== null;

  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenu={(event) => {
          const lane = (event.target as Element).closest('[data-of]')?.getAttribute('data-of');
          const entry = entries.find((each) => each.id !== null && String(each.lane) === lane);
          setAsked(entry ?? null);
          if (entry === undefined) event.preventDefault();
        }}
      >
        <div ref={list} className={styles.names} style={{ height: geometry.height }}>
          <ul className={styles.list} aria-label={t('Lanes')} data-services={hasServices}>
            {shown.map((position) => {
              const entry = entries[position];
              if (entry === undefined) return null;
              return (
                <LaneName
                  key={entry.lane}
                  entry={entry}
                  label={labels.get(entry.id ?? '') ?? null}
                  position={position}
                  count={entries.length}
                  top={tops[position] ?? 0}
                  bottom={tops[position + 1] ?? 0}
                  isTabStop={position === tabStop}
                  isSelected={selected.includes(position)}
                  isDragged={drag.line?.lane === entry.lane}
                  nameHandlers={drag.handlers(entry, 'name')}
                  edgeHandlers={drag.handlers(entry, 'edge')}
                  onSelect={() => {
                    if (!drag.wasDrag()) select(entry);
                  }}
                  onFold={() => edits.fold(entry, entry.fold === 'open')}
                  onKeyDown={(event) => onKeyDown(event, entry)}
                />
              );
            })}
          </ul>
          {drag.line === null ? null : (
            <div
              className={styles.line}
              data-drop
              style={{ top: drag.line.top - 1, left: drag.line.depth * 12 }}
            />
          )}
        </div>
      </ContextMenu.Trigger>
      {asked === null ? null : (
        <LaneMenu
          label={t('Lane of {{id}}', { id: asked.id ?? '' })}
          groups={laneMenuItems(asked, serviceOf(asked), {
            up: can(asked, -1),
            down: can(asked, 1),
            fold: hasServices,
          })}
          onChoose={(action) => choose(asked, action)}
        />
      )}
    </ContextMenu.Root>
  );
}

interface KeyMeanings {
  readonly move: (by: 1 | -1) => void;
  readonly fold: (isFolded: boolean) => void;
  readonly select: (lane: number) => void;
  readonly firstMember: number;
  /** Lets go of what is dragged; null: nothing is. */
  readonly cancel: (() => void) | null;
}

/**
 * What a key does on a name, or null where it is no key of it. In a service the arrows fold and
 * unfold as in a tree; elsewhere they step the playhead as in all of the timeline.
 */
function keyOf(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  { fold, kind, service }: LaneEntry,
  to: KeyMeanings,
): (() => void) | null {
  if (ctrlKey || metaKey) return null;
  if (key === 'Escape') return to.cancel;
  if (altKey) {
    if (key === 'ArrowUp') return () => to.move(-1);
    return key === 'ArrowDown' ? () => to.move(1) : null;
  }
  if (kind !== 'service') return null;
  if (key === 'ArrowLeft') {
    return fold === 'open' ? () => to.fold(true) : () => to.select(service + 1);
  }
  if (key !== 'ArrowRight' || fold === 'none') return null;
  return fold === 'folded' ? () => to.fold(false) : () => to.select(to.firstMember);
}

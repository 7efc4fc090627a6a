import { ChevronDown, ChevronRight } from 'lucide-react';
import type { KeyboardEvent, PointerEventHandler, ReactNode } from 'react';

import type { CssPixels } from '#base/units.ts';
import { NodeIcon } from '#ui/NodeIcon.tsx';
import { t } from '#words/words.ts';

import type { LaneEntry } from './arrangeLanes.ts';
import styles from './LaneNames.module.css';

interface DragHandlers {
  readonly onPointerDown: PointerEventHandler<HTMLElement>;
  readonly onPointerMove: PointerEventHandler<HTMLElement>;
  readonly onPointerUp: PointerEventHandler<HTMLElement>;
  readonly onPointerCancel: PointerEventHandler<HTMLElement>;
}

interface LaneNameProps {
  readonly entry: LaneEntry;
  /** What the user calls its node; null: nothing besides its id. */
  readonly label: string | null;
  /** Its place among all lanes that are shown, of so many. */
  readonly position: number;
  readonly count: number;
  readonly top: CssPixels;
  readonly bottom: CssPixels;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly isDragged: boolean;
  readonly nameHandlers: DragHandlers;
  readonly edgeHandlers: DragHandlers;
  readonly onSelect: () => void;
  readonly onFold: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** So far the lanes of a service are indented. */
const INDENT: CssPixels = 12;

/** The name of a lane, with what folds it. */
export function LaneName(props: LaneNameProps): ReactNode {
  const { entry, label, position, count, top, bottom, isTabStop, isSelected, isDragged } = props;
  const { id, kind, depth, fold, inside, lane } = entry;
  const item = {
    'aria-level': depth + 1,
    'aria-posinset': position + 1,
    'aria-setsize': count,
    'data-of': lane,
    className: styles.lane,
    style: { top, height: bottom - top, '--indent': `${Math.min(depth, 4) * INDENT}px` },
  };
  if (id === null) {
    return (
      <li {...item}>
        <span className={styles.reactor}>{t('reactor')}</span>
      </li>
    );
  }
  const isFolded = fold === 'folded';
  const held = isFolded
    ? t(', with {{number}} lanes folded into it', { number: inside.length })
    : '';
  return (
    <li {...item} data-dragged={isDragged} data-selected={isSelected}>
      {fold === 'none' ? null : (
        <button
          type="button"
          className={styles.fold}
          tabIndex={-1}
          aria-expanded={!isFolded}
          aria-label={t('Members of {{id}}', { id })}
          title={
            isFolded
              ? t('Unfold the members of {{id}}', { id })
              : t('Fold the members of {{id}} away', { id })
          }
          onClick={props.onFold}
        >
          {isFolded ? <ChevronRight size={14} /> : <ChevronDown size={14} />}
        </button>
      )}
      <button
        type="button"
        data-lane={lane}
        className={styles.name}
        tabIndex={isTabStop ? 0 : -1}
        aria-pressed={isSelected}
        // not shown: names of keys
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={`${id}${label === null ? '' : `: ${label}`} (${kind})${held}`}
        onClick={props.onSelect}
        onKeyDown={props.onKeyDown}
        {...props.nameHandlers}
      >
        <NodeIcon kind={kind} size={13} />
        <span className={styles.text}>
          {id}
          {label === null ? null : <span className={styles.label}> {label}</span>}
        </span>
        {isFolded ? (
          <span className={styles.count} aria-hidden="true">
            {inside.length}
          </span>
        ) : null}
      </button>
      <div className={styles.edge} data-edge={lane} {...props.edgeHandlers} />
    </li>
  );
}

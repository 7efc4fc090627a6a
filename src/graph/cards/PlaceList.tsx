import { GripVertical } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

import type { CssPixels } from '#base/units.ts';
import { useCommandBoard } from '#commands/useCommands.ts';
import { useRowDrag, type DragHandle, type RowDrag } from '#editors/rows/useRowDrag.ts';
import type { PlaceOnCard, PlaceRow, PlaceRows } from '#graph/layout/cardPlaces.ts';
import { useGraphActions } from '#graph/useGraphActions.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { t } from '#words/words.ts';

import styles from './CardPlaces.module.css';

/** How wide a grip is. */
const GRIP: CssPixels = 14;

interface PlaceListProps {
  /** All places of the card: arrow keys go through them. */
  readonly all: RefObject<HTMLElement | null>;
  /** The node's id. */
  readonly id: string;
  readonly rows: PlaceRows;
  readonly noun: string;
  readonly move: (from: number, to: number) => ScheduleEdit;
}

/** Rows of places, of which some can be put into another order. */
export function PlaceList({ all, id, rows, noun, move }: PlaceListProps): ReactNode {
  const { edit, editAt } = useGraphActions();
  const { announce } = useCommandBoard();
  const list = useRef<HTMLOListElement>(null);
  /** Which row gets the focus once it is drawn where it has gone. */
  const next = useRef<number | null>(null);
  const { above, moving, below } = rows;
  const count = moving.length;

  useEffect(() => {
    if (next.current === null) return;
    list.current?.children[next.current]?.querySelector<HTMLElement>('button')?.focus();
    next.current = null;
  });
  const moveTo = (from: number, to: number): void => {
    if (to < 0 || to >= count || to === from || !edit(move(from, to))) return;
    next.current = to;
    announce(
      t('The {{noun}} is at place {{to}} of {{all}} now.', { noun, to: to + 1, all: count }),
    );
  };
  const { drag, handle, giveUp } = useRowDrag(list, moveTo);
  const onKeyDown = (
    event: KeyboardEvent<HTMLElement>,
    place: PlaceOnCard,
    index: number | null,
  ): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, currentTarget } = event;
    if (ctrlKey || metaKey || shiftKey) return;
    const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
    if (key === 'Escape' && drag !== null) giveUp();
    else if (by !== 0 && !altKey) focusNext(all.current, currentTarget, by);
    else if (by !== 0 && index !== null) moveTo(index, index + by);
    else if ((key === 'Delete' || key === 'Backspace') && place.remove !== null) {
      // The place goes with what has the focus: that goes to the one that takes its place.
      if (count === 1) focusNext(all.current, currentTarget, -1);
      if (!edit(place.remove)) return;
      if (index !== null) next.current = Math.min(index, count - 2);
      announce(t('Deleted {{name}}.', { name: place.name }));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const buttons = ({ top, places }: PlaceRow, index: number | null): ReactNode =>
    places.map((place) => {
      const open = (): void => {
        editAt(id, place.place, place.step, top);
      };
      return (
        <button
          key={place.key}
          type="button"
          className={styles.place}
          style={{ left: place.left, width: place.width }}
          aria-label={place.name}
          title={t('Double click to edit (Enter)')}
          onDoubleClick={open}
          onClick={({ detail, nativeEvent }) => {
            const isTap = 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';
            if (detail === 0 || isTap) open();
          }}
          onKeyDown={(event) => {
            onKeyDown(event, place, index);
          }}
        />
      );
    });
  const staying = (row: PlaceRow): ReactNode => (
    <div key={row.top} className={styles.row} style={{ top: row.top, height: row.height }}>
      {buttons(row, null)}
    </div>
  );

  return (
    <>
      {above.map(staying)}
      <ol ref={list} className={styles.list}>
        {moving.map((row, index) => (
          <li
            key={row.places[0]?.key}
            className={styles.row}
            style={{ top: row.top, height: row.height }}
            data-drop={dropMark(drag, index)}
          >
            {buttons(row, index)}
            {count < 2 ? null : <Grip left={row.places[0]?.left ?? 0} handle={handle(index)} />}
          </li>
        ))}
      </ol>
      {below.map(staying)}
    </>
  );
}

interface GripProps {
  /** The left edge of what it drags. */
  readonly left: CssPixels;
  readonly handle: DragHandle;
}

/** What a place is dragged by; the keyboard has Alt and the arrows. */
function Grip({ left, handle }: GripProps): ReactNode {
  return (
    <span
      style={{ left: left - GRIP / 2 }}
      className={`${styles.grip} nodrag nopan`}
      title={t('Drag to another place (Alt+↑, Alt+↓)')}
      {...handle}
    >
      <GripVertical size={12} aria-hidden="true" />
    </span>
  );
}

function dropMark(drag: RowDrag | null, index: number): 'before' | 'behind' | undefined {
  if (drag === null || drag.to !== index || drag.from === index) return undefined;
  return drag.to < drag.from ? 'before' : 'behind';
}

function focusNext(all: HTMLElement | null, from: HTMLElement, by: number): void {
  const buttons = [...(all?.querySelectorAll<HTMLElement>('button') ?? [])];
  buttons[buttons.indexOf(from) + by]?.focus();
}

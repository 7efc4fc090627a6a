import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { t } from '#words/words.ts';

import { RowHead } from './RowHead.tsx';
import styles from './SortableRows.module.css';
import { useRowDrag, type RowDrag } from './useRowDrag.ts';
import type { RowKeys } from './useRowKeys.ts';

interface SortableRowsProps<T> {
  readonly items: readonly T[];
  readonly rowKeys: RowKeys;
  /** What a row is, such as `step`: for the names of its buttons. */
  readonly noun: string;
  /** The name of a row's group, such as `Step 1: log`. */
  readonly nameOf: (item: T, index: number) => string;
  readonly move: (from: number, to: number) => void;
  readonly remove: (index: number) => void;
  /** What stands at the head of a row, between its handle and its buttons. */
  readonly renderHead: (item: T, index: number) => ReactNode;
  /** What stands below the head. */
  readonly renderBody: (item: T, index: number) => ReactNode;
}

/**
 * Rows that are put into another order by dragging their handles, by their buttons, or with Alt and
 * the arrow keys from anywhere in a row.
 */
export function SortableRows<T>(props: SortableRowsProps<T>): ReactNode {
  const { items, rowKeys, noun, nameOf, renderHead, renderBody } = props;
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= items.length || to === from) return;
    rowKeys.moved(from, to);
    props.move(from, to);
    setSaid(
      t('The {{noun}} is at place {{to}} of {{all}} now.', {
        noun,
        to: to + 1,
        all: items.length,
      }),
    );
  };
  const { drag, handle, giveUp } = useRowDrag(list, move);
  const remove = (index: number): void => {
    // The row goes with its button, so the focus goes to a neighbour first.
    focusNeighbour(list.current, index);
    rowKeys.removed(index);
    props.remove(index);
    setSaid(t('The {{noun}} was deleted.', { noun }));
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.key === 'Escape' && drag !== null) {
      event.stopPropagation();
      giveUp();
      return;
    }
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0 || !event.altKey || isSpokenFor(event)) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, index + by);
  };

  return (
    <>
      <ol className={styles.rows} ref={list}>
        {items.map((item, index) => (
          <li
            key={rowKeys.keys[index]}
            className={styles.item}
            data-row={index}
            data-dragged={drag?.from === index}
            data-drop={dropMark(drag, index)}
          >
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the controls in it */}
            <fieldset
              className={styles.row}
              aria-label={nameOf(item, index)}
              onKeyDown={(event) => {
                onKeyDown(event, index);
              }}
            >
              <RowHead
                name={t('{{noun}} {{number}}', { noun, number: index + 1 })}
                handle={handle(index)}
                isFirst={index === 0}
                isLast={index === items.length - 1}
                moveBy={(by) => {
                  move(index, index + by);
                }}
                remove={() => {
                  remove(index);
                }}
              >
                {renderHead(item, index)}
              </RowHead>
              {renderBody(item, index)}
            </fieldset>
          </li>
        ))}
      </ol>
      <output className="visuallyHidden">{said}</output>
    </>
  );
}

/** On which side of a row the dragged one would come to stand. */
function dropMark(drag: RowDrag | null, index: number): 'before' | 'behind' | undefined {
  if (drag === null || drag.to !== index || drag.from === index) return undefined;
  return drag.to < drag.from ? 'before' : 'behind';
}

/** Alt and an arrow opens a select, and a text of several lines moves in it. */
function isSpokenFor({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

function focusNeighbour(list: HTMLElement | null, index: number): void {
  const row = list?.children[index + 1] ?? list?.children[index - 1];
  const next =
    row?.querySelector<HTMLElement>(':scope > fieldset > div > [data-delete]') ??
    list?.parentElement?.querySelector<HTMLElement>('[data-add]');
  next?.focus();
}

import { useState, type KeyboardEvent } from 'react';
import type { ListImperativeAPI } from 'react-window';

import type { CssPixels } from '#base/units.ts';

import { movedCursor } from './movedCursor.ts';

/** Where the keyboard is in a virtual list, and what the list must hand on to move it. */
export interface ListCursor {
  /** The row that keys have moved to; null: the list follows the playhead. */
  readonly cursor: number | null;
  /** The row that Enter would choose. */
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly leave: () => void;
}

/**
 * The cursor of a virtual list: arrows and pages move it from the `current` row on, Enter or Space
 * chooses. `rowHeight` tells how many rows are a page.
 */
export function useListCursor(
  list: ListImperativeAPI | null,
  rowCount: number,
  current: number | null,
  rowHeight: CssPixels,
  choose: (row: number) => void,
): ListCursor {
  const [cursor, setCursor] = useState<number | null>(null);
  const active = Math.max(0, Math.min(cursor ?? current ?? 0, rowCount - 1));
  const leave = (): void => {
    setCursor(null);
  };
  return {
    cursor,
    active,
    leave,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        leave();
        choose(active);
        return;
      }
      const page = Math.floor((list?.element?.clientHeight ?? 0) / rowHeight) - 1;
      const moved = movedCursor(event.key, active, rowCount, Math.max(1, page));
      if (moved === null) return;
      event.preventDefault();
      setCursor(moved);
    },
  };
}

import { useEffect, useState } from 'react';
import type { ListImperativeAPI } from 'react-window';

import type { CssPixels } from '#base/units.ts';

/** For the `onResize` of a list. */
type OnResize = (size: { readonly height: CssPixels }) => void;

/**
 * Keeps a row of a virtual list in sight: whenever the row or the height of the list changes, and
 * when following begins. `row` null: the list's beginning. Gives what the list must tell its
 * changes of size to.
 */
export function useFollowedRow(
  list: ListImperativeAPI | null,
  row: number | null,
  rowCount: number,
  following: boolean,
): OnResize {
  const [height, setHeight] = useState<CssPixels>(0);
  const target = row ?? 0;
  const follows = following && target < rowCount;
  useEffect(() => {
    if (follows && height > 0) list?.scrollToRow({ index: target, align: 'auto' });
  }, [list, target, follows, height]);
  // The list tells its size before it knows its new rows: scrolling waits for the effect.
  return (size) => {
    setHeight(size.height);
  };
}

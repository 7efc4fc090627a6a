import { useState } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';
import type { LaidOut } from '#timeline/layout/useTimelineLayout.ts';

import { overviewColumns, type OverviewColumns } from './overviewColumns.ts';
import { createTimeBins, type TimeBins } from './timeBins.ts';

/** What the strip shows of the events that are laid out so far. */
export function useOverviewColumns(
  laidOut: LaidOut,
  runEnd: Seconds,
  width: CssPixels,
): OverviewColumns {
  const [reader] = useState(createReader);
  return reader(laidOut, runEnd, width);
}

/** Remembers the bins of the last trace, and its columns: what is counted once is not counted again. */
function createReader(): typeof useOverviewColumns {
  let known: { readonly layout: LaidOut['layout']; readonly bins: TimeBins } | null = null;
  let last: { readonly key: readonly unknown[]; readonly columns: OverviewColumns } | null = null;
  return ({ layout }, runEnd, width) => {
    if (known?.layout.trace !== layout.trace) {
      known = { layout, bins: createTimeBins(layout.trace) };
    }
    const { bins } = known;
    bins.extend(layout.length);
    const key = [bins, bins.read, runEnd, width];
    if (last?.key.every((part, index) => part === key[index]) !== true) {
      last = { key, columns: overviewColumns(bins, runEnd, width) };
    }
    return last.columns;
  };
}

import { useState } from 'react';

import type { Seconds } from '#base/units.ts';
import type { IdleGaps } from '#timeline/layout/idleGaps.ts';
import type { LaidOut } from '#timeline/layout/useTimelineLayout.ts';

import { foldingOf, NO_FOLDING, type Folding } from './folding.ts';

/** The folding of the idle gaps of a run that is known up to a time: another one only where they change. */
export function useFolding({ layout }: LaidOut, knownUntil: Seconds, foldsIdle: boolean): Folding {
  const [reader] = useState(createFoldingReader);
  const { trace, idle, length } = layout;
  if (!foldsIdle || length === 0) return NO_FOLDING;
  return reader(idle, trace.timeAt(length - 1), knownUntil);
}

/** Remembers the last folding. The gaps grow in place: their count tells when. */
function createFoldingReader(): (idle: IdleGaps, last: Seconds, end: Seconds) => Folding {
  let known: { readonly key: readonly unknown[]; readonly folding: Folding } | null = null;
  return (idle, last, end) => {
    const key = [idle, idle.count, last, end];
    if (known?.key.every((part, index) => part === key[index]) !== true) {
      known = { key, folding: foldingOf(idle, last, end) };
    }
    return known.folding;
  };
}

import { useMemo } from 'react';

import { useSchedule } from '#store/useStudio.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

import { arrangeLanes, type LaneEntry } from './arrangeLanes.ts';
import { laneFilter } from './laneFilter.ts';
import { useLabels } from './useLabels.ts';

/** The lanes that are shown: laid out as the document says, and of them those that a filter means. */
export function useLaneEntries({ nodes }: TraceHeader, filter: string): readonly LaneEntry[] {
  const { timeline } = useSchedule();
  const labels = useLabels();
  // Cards that are moved change no label: without a filter the lanes stay the very same.
  const matches = useMemo(() => laneFilter(filter, nodes, labels), [filter, nodes, labels]);
  return useMemo(() => arrangeLanes(nodes, timeline, matches), [nodes, timeline, matches]);
}

import { useMemo } from 'react';

import { useSchedule } from '#store/useStudio.ts';

/** The labels of the nodes that have one, by id. */
export function useLabels(): ReadonlyMap<string, string> {
  const { nodes } = useSchedule();
  return useMemo(
    () => new Map(nodes.flatMap(({ id, label = '' }) => (label === '' ? [] : [[id, label]]))),
    [nodes],
  );
}

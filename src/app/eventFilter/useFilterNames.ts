import { useRun, useSchedule } from '#store/useStudio.ts';

import { filterNames, type FilterNames } from './filterNames.ts';

/** What the names in a filter can mean in the present run. */
export function useFilterNames(): FilterNames {
  const { nodes } = useSchedule();
  const { header } = useRun().trace;
  const labels = new Map<string, string>();
  for (const { id, label } of nodes) if (label !== undefined) labels.set(id, label);
  return filterNames(header, labels);
}

import { useRun, useSchedule } from '#store/useStudio.ts';

import { filterNames, type FilterNames } from './filterNames.ts';

/** What the names in a filter can mean in the present run; in the schedule until a run has begun. */
export function useFilterNames(): FilterNames {
  const { nodes } = useSchedule();
  const { header } = useRun().trace;
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const known =
    header.nodes.length > 0
      ? header.nodes
      : nodes.map(({ id, kind, service }) => ({
          id,
          kind,
          service: service === undefined ? null : (indexes.get(service) ?? null),
        }));
  const labels = new Map<string, string>();
  for (const { id, label } of nodes) if (label !== undefined) labels.set(id, label);
  return filterNames(known, labels);
}

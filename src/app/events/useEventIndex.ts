import type { EventFilter } from '#app/eventFilter/eventFilter.ts';
import { useTraceReading } from '#app/reading/useTraceReading.ts';

import { eventReader, type EventIndex } from './eventIndex.ts';

/** The events of the run that pass a filter, as far as they have been read. */
export function useEventIndex(filter: EventFilter): EventIndex {
  return useTraceReading(eventReader(filter));
}

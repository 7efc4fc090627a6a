import { useTraceReading } from '#app/reading/useTraceReading.ts';

import { eventReader, type EventIndex } from './eventIndex.ts';

/** The events of the run that pass a filter, as far as they have been read. */
export function useEventIndex(text: string, details: boolean): EventIndex {
  return useTraceReading(eventReader({ text, details }));
}

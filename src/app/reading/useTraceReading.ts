import { useEffect, useEffectEvent, useState } from 'react';

import { useRun } from '#store/useStudio.ts';

import type { TraceReader, TraceReading } from './traceReading.ts';

/**
 * A reading of the run's trace that keeps up with it, a slice at a time: one slice at once, the
 * others between the frames.
 */
export function useTraceReading<R extends TraceReading>(reader: TraceReader<R>): R {
  const { trace } = useRun();
  const { length } = trace;
  const [known, setKnown] = useState<R | null>(null);

  const before = known !== null && reader.continues(known, trace) ? known : reader.begin(trace);
  const reading = reader.readOn(before, Math.min(length, before.read + reader.slice));

  // What was read is kept in a turn of its own, also while events keep coming: else each of their
  // batches would begin again where the last turn has ended.
  const isBehind = reading !== known;
  const keep = useEffectEvent(() => {
    setKnown(reading);
  });
  useEffect(() => {
    if (!isBehind) return undefined;
    const timer = setInterval(() => {
      keep();
    });
    return () => {
      clearInterval(timer);
    };
  }, [isBehind]);

  return reading;
}

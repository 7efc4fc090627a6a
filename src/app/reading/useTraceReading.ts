import { useEffect, useRef, useState } from 'react';

import type { Milliseconds } from '#base/units.ts';
import { useRun } from '#store/useStudio.ts';

import { readFor, type TraceReader, type TraceReading } from './traceReading.ts';

/** How long one list may read at one go: several do so within a frame. */
const TURN: Milliseconds = 4;

/** Between two turns the page does what else there is to do. */
const PAUSE: Milliseconds = 4;

/**
 * A reading of the run's trace that keeps up with it: one slice at once, the others between the
 * frames.
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
  const latest = useRef({ reader, reading, length });
  useEffect(() => {
    latest.current = { reader, reading, length };
  }, [reader, reading, length]);
  useEffect(() => {
    if (!isBehind) return undefined;
    const timer = setInterval(() => {
      const from = latest.current;
      setKnown(readFor(from.reader, from.reading, from.length, TURN));
    }, PAUSE);
    return () => {
      clearInterval(timer);
    };
  }, [isBehind]);

  return reading;
}

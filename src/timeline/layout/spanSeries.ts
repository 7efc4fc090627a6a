import { partitionPoint } from '#base/binarySearch.ts';
import { firstAbove } from '#base/sortedNumbers.ts';
import type { Seconds } from '#base/units.ts';

import { SharedSpans } from './sharedSpans.ts';

/**
 * Spans of one kind in a row, in the order of time. They never overlap: where several instances
 * share the row, a span lasts as long as any of them is in it. So starts and ends both grow, and
 * what is in view is found by binary search.
 */
export interface SpanSeries {
  readonly starts: Seconds[];
  /** `Infinity` while the span is open. */
  readonly ends: Seconds[];
  /** The sequence numbers of the events that opened them. */
  readonly events: number[];
  /** How long all spans before each one last together. */
  readonly before: Seconds[];
  /** How many instances hold the last span open. */
  depth: number;
  /** The spans of each instance, where several share the row and they are told apart; else null. */
  readonly each: SharedSpans | null;
}

/** A series without spans; `isShared`: several instances share it, and each is measured on its own. */
export function newSpanSeries(isShared = false): SpanSeries {
  const each = isShared ? new SharedSpans() : null;
  return { starts: [], ends: [], events: [], before: [], depth: 0, each };
}

/** Opens a span of an instance, or joins the open one. */
export function openSpan(series: SpanSeries, time: Seconds, event: number, instance: number): void {
  series.each?.open(instance, time, event);
  series.depth += 1;
  if (series.depth === 1) addSpan(series, time, Infinity, event);
}

/** An instance leaves the open span; the last one to leave ends it. */
export function closeSpan(series: SpanSeries, time: Seconds, instance: number): void {
  series.each?.close(instance, time);
  if (series.depth === 0) return;
  series.depth -= 1;
  if (series.depth === 0) series.ends[series.ends.length - 1] = time;
}

/** Adds a span whose end is known. It must not begin before the last one ends. */
export function addSpan(series: SpanSeries, start: Seconds, end: Seconds, event: number): void {
  const { starts, ends, events, before } = series;
  const last = starts.length - 1;
  before.push(
    last < 0 ? 0 : (before[last] as number) + (ends[last] as number) - (starts[last] as number),
  );
  starts.push(start);
  ends.push(end);
  events.push(event);
}

/** The indexes `[first, last)` of the spans that touch a stretch of time. */
export function spansBetween(
  { starts, ends }: SpanSeries,
  from: Seconds,
  to: Seconds,
): { readonly first: number; readonly last: number } {
  const first = partitionPoint(0, ends.length, (index) => (ends[index] ?? 0) >= from);
  return { first, last: firstAbove(starts, to, first, starts.length) };
}

/** For how long there was a span before a time; `index`: of the last span that begins before it. */
export function coveredUntil(
  { starts, ends, before }: SpanSeries,
  time: Seconds,
  index: number,
): Seconds {
  const start = starts[index] as number;
  return (before[index] as number) + Math.max(0, Math.min(ends[index] as number, time) - start);
}

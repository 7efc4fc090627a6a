import { partitionPoint } from '#base/binarySearch.ts';
import type { Seconds } from '#base/units.ts';

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
  /** How many instances hold the last span open. */
  depth: number;
}

/** A series without spans. */
export function newSpanSeries(): SpanSeries {
  return { starts: [], ends: [], events: [], depth: 0 };
}

/** Opens a span, or joins the open one. */
export function openSpan(series: SpanSeries, time: Seconds, event: number): void {
  series.depth += 1;
  if (series.depth > 1) return;
  series.starts.push(time);
  series.ends.push(Infinity);
  series.events.push(event);
}

/** Leaves the open span; the last one to leave ends it. */
export function closeSpan(series: SpanSeries, time: Seconds): void {
  if (series.depth === 0) return;
  series.depth -= 1;
  if (series.depth === 0) series.ends[series.ends.length - 1] = time;
}

/** Adds a span whose end is known. It must not begin before the last one ends. */
export function addSpan(series: SpanSeries, start: Seconds, end: Seconds, event: number): void {
  series.starts.push(start);
  series.ends.push(end);
  series.events.push(event);
}

/** The indexes `[first, last)` of the spans that touch a stretch of time. */
export function spansBetween(
  series: SpanSeries,
  from: Seconds,
  to: Seconds,
): { readonly first: number; readonly last: number } {
  const { starts, ends } = series;
  const first = partitionPoint(0, ends.length, (index) => (ends[index] ?? 0) >= from);
  const last = partitionPoint(first, starts.length, (index) => (starts[index] ?? 0) > to);
  return { first, last };
}

import { countWithin } from '#base/sortedNumbers.ts';
import type { Seconds } from '#base/units.ts';
import { ghostsWithin } from '#timeline/layout/ghosts.ts';
import { SPAN_KINDS, type Lane, type SpanKind } from '#timeline/layout/lane.ts';
import { spansBetween, type SpanSeries } from '#timeline/layout/spanSeries.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';

import { coveredByEither } from './coveredByEither.ts';
import { quantilesOf, type Quantiles } from './quantiles.ts';

/** What is known of a stretch of time, both ends included. */
export interface RangeMeasure {
  readonly duration: Seconds;
  readonly events: number;
  /** For how long the reactor runs calls, or something blocks it. */
  readonly busy: Seconds;
  /** Ticks of loops that ran, and grid points that they missed. */
  readonly ticks: { readonly kept: number; readonly missed: number };
  /** Failures that began, each counted once. */
  readonly failures: number;
  /** Failures that nobody handled. */
  readonly unhandled: number;
  /** Delayed calls that ran later than they were due. */
  readonly late: number;
  /** In the order of drawing, those that there are. */
  readonly spans: readonly SpanMeasure[];
}

/** The spans of a kind that touch a range, with their whole lengths, each instance's on its own; an open one lasts as far as is known. */
export interface SpanMeasure extends Quantiles {
  readonly kind: SpanKind;
  readonly count: number;
}

/** Measures a range in lanes. What the reactor does counts in all of them. */
export function measureRange(
  layout: TimelineLayout,
  lanes: readonly Lane[],
  { start, end }: TimeRange,
  knownUntil: Seconds,
): RangeMeasure {
  const { trace } = layout;
  const first = trace.countUntil(start, false);
  const last = trace.countUntil(end, true);
  const rows = lanes.flatMap((lane) => lane.rows);
  const within = (times: readonly Seconds[] | undefined): number =>
    times === undefined ? 0 : countWithin(times, start, end);
  const loops = lanes.filter(({ node }) => trace.header.nodes[node]?.kind === 'loopingCall');
  const reactor = layout.lanes[0]?.rows[0]?.spans ?? {};
  return {
    duration: end - start,
    events: sum(lanes.map(({ events }) => countWithin(events, first, last - 1))),
    busy: coveredByEither(reactor.pass, reactor.blocking, {
      start,
      end: Math.min(end, knownUntil),
    }),
    ticks: {
      kept: sum(loops.flatMap((lane) => lane.rows.map((row) => within(row.marks.tick?.times)))),
      missed: sum(rows.map(({ ghosts }) => ghostsWithin(ghosts, start, end))),
    },
    failures: sum(lanes.map(({ failures }) => within(failures))),
    unhandled: sum(lanes.map(({ unhandled }) => within(unhandled))),
    late: sum(rows.map(({ tails }) => within(tails.times))),
    spans: SPAN_KINDS.flatMap((kind) => {
      const series = rows.flatMap((row) => row.spans[kind] ?? []);
      const lengths = lengthsOf(series, { start, end }, knownUntil);
      return lengths.length === 0 ? [] : [{ kind, count: lengths.length, ...quantilesOf(lengths) }];
    }),
  };
}

function lengthsOf(
  series: readonly SpanSeries[],
  { start, end }: TimeRange,
  knownUntil: Seconds,
): Float64Array {
  const own: Seconds[] = [];
  for (const { each } of series) each?.addLengths(own, start, end, knownUntil);
  const parts = series.flatMap((spans) =>
    spans.each === null ? [{ spans, ...spansBetween(spans, start, end) }] : [],
  );
  const lengths = new Float64Array(own.length + sum(parts.map(({ first, last }) => last - first)));
  lengths.set(own);
  let at = own.length;
  for (const { spans, first, last } of parts) {
    for (let index = first; index < last; index += 1) {
      const begin = spans.starts[index] as number;
      lengths[at] = Math.max(0, Math.min(spans.ends[index] as number, knownUntil) - begin);
      at += 1;
    }
  }
  return lengths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import type { Seconds } from '#base/units.ts';
import { spansBetween, type SpanSeries } from '#timeline/layout/spanSeries.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';

/** For how long in a range there is a span of one series or of the other; both at once count once. */
export function coveredByEither(
  one: SpanSeries | undefined,
  other: SpanSeries | undefined,
  range: TimeRange,
): Seconds {
  const a = walk(one, range);
  const b = walk(other, range);
  let covered: Seconds = 0;
  /** Up to here all is counted. */
  let done = range.start;
  for (;;) {
    const next = a.start() <= b.start() ? a : b;
    const start = next.start();
    if (start === Infinity) return covered;
    const end = Math.min(next.end(), range.end);
    if (end > done) {
      covered += end - Math.max(start, done);
      done = end;
    }
    next.go();
  }
}

/** Goes through the spans of a series that touch a range; behind the last one the start is `Infinity`. */
interface Walk {
  start(): Seconds;
  end(): Seconds;
  go(): void;
}

function walk(series: SpanSeries | undefined, { start, end }: TimeRange): Walk {
  const { first, last } =
    series === undefined ? { first: 0, last: 0 } : spansBetween(series, start, end);
  let index = first;
  return {
    start: () => (index < last ? (series?.starts[index] ?? Infinity) : Infinity),
    end: () => series?.ends[index] ?? Infinity,
    go() {
      index += 1;
    },
  };
}

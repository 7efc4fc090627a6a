import { partitionPoint } from '#base/binarySearch.ts';
import type { Seconds } from '#base/units.ts';
import type { IdleGap, IdleGaps } from '#timeline/layout/idleGaps.ts';

/**
 * Long idle gaps folded into short breaks. It maps true time to drawn time, both in seconds, which
 * run equally fast outside the gaps.
 */
export interface Folding {
  /** In the order of time. */
  readonly breaks: readonly Break[];
}

/** A gap and where it is drawn, in drawn seconds. */
export interface Break extends IdleGap {
  readonly drawnStart: Seconds;
  readonly drawnEnd: Seconds;
}

/** Every second is drawn as long as every other. */
export const NO_FOLDING: Folding = { breaks: [] };

/** A gap is long that lasts so many times as long as the others do on average. */
const LONG = 8;

/** A break is drawn so long, as a part of all that is not folded; a gap is at least thrice as long. */
const BREAK = 0.04;
const WORTH = 3;

/** So much of the run must be saved, and by no more breaks than this. */
const LEAST_SAVED = 1 / 3;
const MOST_BREAKS = 40;

/**
 * The folding of a run up to `end`, after whose last event, at `last`, nothing happens any more.
 * Nothing is folded where that would save less than a third of its width: where all gaps are alike,
 * or short beside what happens between them.
 */
export function foldingOf(gaps: IdleGaps, last: Seconds, end: Seconds): Folding {
  const tail = end - last;
  const all = tail > 0 ? [...gaps.longest, { start: last, end }] : gaps.longest;
  const longest = all.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const count = gaps.count + (tail > 0 ? 1 : 0);
  const total = gaps.total + Math.max(0, tail);
  let chosen = 0;
  let saved = 0;
  let folded = 0;
  let breakLength = 0;
  for (let at = 0; at < longest.length; at += 1) {
    const length = (longest[at]?.end ?? 0) - (longest[at]?.start ?? 0);
    folded += length;
    const others = count - at - 1;
    const left = end - folded;
    const isLong = others > 1 && length >= (LONG * (total - folded)) / others;
    const drawn = BREAK * left;
    if (!isLong || length < WORTH * drawn || left <= 0) continue;
    chosen = at + 1;
    saved = folded - chosen * drawn;
    breakLength = drawn;
  }
  if (chosen === 0 || chosen > MOST_BREAKS || saved < LEAST_SAVED * end) return NO_FOLDING;
  return broken(longest.slice(0, chosen), breakLength);
}

function broken(gaps: readonly IdleGap[], breakLength: Seconds): Folding {
  let saved: Seconds = 0;
  const breaks = gaps
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const drawnStart = start - saved;
      saved += end - start - breakLength;
      return { start, end, drawnStart, drawnEnd: drawnStart + breakLength };
    });
  return { breaks };
}

/** Where a time is drawn, in drawn seconds. */
export function drawnTime({ breaks }: Folding, time: Seconds): Seconds {
  if (breaks.length === 0) return time;
  const next = partitionPoint(0, breaks.length, (index) => (breaks[index]?.start ?? 0) > time);
  const before = breaks[next - 1];
  if (before === undefined) return time;
  const { start, end, drawnStart, drawnEnd } = before;
  if (time >= end) return drawnEnd + (time - end);
  return drawnStart + ((time - start) / (end - start)) * (drawnEnd - drawnStart);
}

/** The time that is drawn there. */
export function trueTime({ breaks }: Folding, drawn: Seconds): Seconds {
  if (breaks.length === 0) return drawn;
  const next = partitionPoint(
    0,
    breaks.length,
    (index) => (breaks[index]?.drawnStart ?? 0) > drawn,
  );
  const before = breaks[next - 1];
  if (before === undefined) return drawn;
  const { start, end, drawnStart, drawnEnd } = before;
  if (drawn >= drawnEnd) return end + (drawn - drawnEnd);
  return start + ((drawn - drawnStart) / (drawnEnd - drawnStart)) * (end - start);
}

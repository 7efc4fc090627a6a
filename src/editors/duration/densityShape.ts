import type { Seconds } from '#base/units.ts';
import type { Distribution } from '#schedule/schema.ts';

import { cutPart, normalDensity, quantileOf } from './moments.ts';

/** The picture of a distribution, in parts of its width and of its height. */
export interface DensityShape {
  /** The duration at the left edge and at the right. */
  readonly from: Seconds;
  readonly to: Seconds;
  /** The curve from left to right, with 1 for its highest point; empty where single values are drawn. */
  readonly curve: readonly (readonly [x: number, y: number])[];
  /** Single values: how likely each is beside the likeliest. */
  readonly sticks: readonly (readonly [x: number, y: number])[];
}

const POINTS = 64;
/** A stick for draws that are cut at 0 is shown from this part of all draws on. */
const LEAST_CUT = 0.005;

/** What a distribution looks like: a curve, or a stick for each value where it is drawn from a few. */
export function densityShape(distribution: Distribution): DensityShape {
  const [from, to] = rangeOf(distribution);
  const place = (seconds: Seconds): number => (to > from ? (seconds - from) / (to - from) : 0.5);
  if ('choice' in distribution) {
    const weights = new Map<Seconds, number>();
    for (const [seconds, weight] of distribution.choice) {
      weights.set(seconds, (weights.get(seconds) ?? 0) + weight);
    }
    const most = Math.max(...weights.values());
    const sticks = [...weights].map(
      ([seconds, weight]) => [place(seconds), weight / most] as const,
    );
    return { from, to, curve: [], sticks };
  }
  if (isFlat(distribution)) return { from, to, curve: [], sticks: [[0.5, 1]] };
  if ('uniform' in distribution) {
    const [left, right] = [place(distribution.uniform[0]), place(distribution.uniform[1])];
    const box = [
      [0, 0],
      [left, 0],
      [left, 1],
      [right, 1],
      [right, 0],
      [1, 0],
    ] as const;
    return { from, to, curve: box, sticks: [] };
  }
  const samples = Array.from({ length: POINTS + 1 }, (_, index) => {
    const x = index / POINTS;
    return [x, densityAt(distribution, from + (to - from) * x)] as const;
  });
  const highest = Math.max(...samples.map(([, density]) => density));
  const curve = samples.map(([x, density]) => [x, density / highest] as const);
  const cut = 'normal' in distribution ? cutPart(...distribution.normal) : 0;
  return { from, to, curve, sticks: cut < LEAST_CUT ? [] : [[place(0), cut]] };
}

/** What the picture shows: nearly all draws, and a margin beside them. */
function rangeOf(distribution: Distribution): readonly [Seconds, Seconds] {
  if ('uniform' in distribution) return withMargin(...distribution.uniform);
  if ('choice' in distribution) {
    const values = distribution.choice.map(([seconds]) => seconds);
    return withMargin(Math.min(...values), Math.max(...values));
  }
  if ('exponential' in distribution) return [0, quantileOf(distribution, 0.99)];
  return withMargin(quantileOf(distribution, 0.01), quantileOf(distribution, 0.99));
}

function withMargin(least: Seconds, most: Seconds): readonly [Seconds, Seconds] {
  const margin = (most - least) / 8;
  return [Math.max(0, least - margin), most + margin];
}

/** Whether the same duration is drawn each time. */
function isFlat(distribution: Exclude<Distribution, { choice: unknown }>): boolean {
  if ('uniform' in distribution) return distribution.uniform[0] === distribution.uniform[1];
  if ('exponential' in distribution) return distribution.exponential === 0;
  if ('normal' in distribution) return distribution.normal[1] === 0;
  return distribution.lognormal.includes(0);
}

/** The distributions with a smooth curve. */
type Curved = Exclude<Distribution, { uniform: unknown } | { choice: unknown }>;

/** How likely a duration is, up to a factor. */
function densityAt(distribution: Curved, x: Seconds): number {
  if ('exponential' in distribution) return Math.exp(-x / distribution.exponential);
  if ('normal' in distribution) {
    const [mean, deviation] = distribution.normal;
    return normalDensity((x - mean) / deviation);
  }
  const [median, sigma] = distribution.lognormal;
  return x <= 0 ? 0 : normalDensity(Math.log(x / median) / sigma) / x;
}

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
  const values = singleValues(distribution);
  if (values !== null) {
    const most = Math.max(...values.map(([, weight]) => weight));
    const sticks = values.map(([seconds, weight]) => [place(seconds), weight / most] as const);
    return { from, to, curve: [], sticks };
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

/** The values of a distribution that has no curve, with their weights; null where it has one. */
function singleValues(distribution: Distribution): readonly (readonly [Seconds, number])[] | null {
  if ('choice' in distribution) return distribution.choice;
  if ('uniform' in distribution) {
    const [from, to] = distribution.uniform;
    return from === to ? [[from, 1]] : null;
  }
  if ('exponential' in distribution) return distribution.exponential === 0 ? [[0, 1]] : null;
  const [middle, spread] = 'normal' in distribution ? distribution.normal : distribution.lognormal;
  const isFlat = spread === 0 || ('lognormal' in distribution && middle === 0);
  return isFlat ? [[middle, 1]] : null;
}

/** How likely a duration is, up to a factor. */
function densityAt(distribution: Distribution, x: Seconds): number {
  if ('choice' in distribution) return 0;
  if ('uniform' in distribution) {
    return x >= distribution.uniform[0] && x <= distribution.uniform[1] ? 1 : 0;
  }
  if ('exponential' in distribution) return Math.exp(-x / distribution.exponential);
  if ('normal' in distribution) {
    const [mean, deviation] = distribution.normal;
    return normalDensity((x - mean) / deviation);
  }
  const [median, sigma] = distribution.lognormal;
  return x <= 0 ? 0 : normalDensity(Math.log(x / median) / sigma) / x;
}

import type { Seconds } from '#base/units.ts';
import type { Duration } from '#schedule/schema.ts';

/** The mean of what is drawn. */
export function meanOf(duration: Duration): Seconds {
  if (typeof duration === 'number') return duration;
  if ('uniform' in duration) return (duration.uniform[0] + duration.uniform[1]) / 2;
  if ('exponential' in duration) return duration.exponential;
  if ('normal' in duration) return meanOfCutNormal(...duration.normal);
  if ('lognormal' in duration) {
    const [median, sigma] = duration.lognormal;
    return median * Math.exp(sigma ** 2 / 2);
  }
  const weights = duration.choice.reduce((sum, [, weight]) => sum + weight, 0);
  return duration.choice.reduce((sum, [seconds, weight]) => sum + seconds * weight, 0) / weights;
}

/** The standard normal values below which these parts of all draws lie. */
const NORMAL_QUANTILES = { 0.01: -2.326_347_874, 0.9: 1.281_551_566, 0.99: 2.326_347_874 } as const;

/** A part of all draws that {@link quantileOf} knows. */
export type Part = keyof typeof NORMAL_QUANTILES;

/** The duration at or below which this part of all draws lies. */
export function quantileOf(duration: Duration, part: Part): Seconds {
  if (typeof duration === 'number') return duration;
  if ('uniform' in duration) {
    const [from, to] = duration.uniform;
    return from + (to - from) * part;
  }
  if ('exponential' in duration) return -duration.exponential * Math.log1p(-part);
  const z = NORMAL_QUANTILES[part];
  if ('normal' in duration) return Math.max(0, duration.normal[0] + duration.normal[1] * z);
  if ('lognormal' in duration) return duration.lognormal[0] * Math.exp(duration.lognormal[1] * z);
  return quantileOfChoice(duration.choice, part);
}

function quantileOfChoice(choice: readonly (readonly [Seconds, number])[], part: Part): Seconds {
  const sorted = [...choice].sort(([a], [b]) => a - b);
  const weights = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let below = 0;
  for (const [seconds, weight] of sorted) {
    below += weight;
    // The sum of the weights is not exact: what is just below counts as reached.
    if (below >= weights * part * (1 - 1e-12)) return seconds;
  }
  return sorted.at(-1)?.[0] ?? 0;
}

/** The part of all draws of a normal that would be negative, and so are 0. */
export function cutPart(mean: Seconds, deviation: Seconds): number {
  return deviation === 0 ? 0 : normalBelow(-mean / deviation);
}

/** The mean of max(0, X) for a normal X. */
function meanOfCutNormal(mean: Seconds, deviation: Seconds): Seconds {
  if (deviation === 0) return mean;
  const z = mean / deviation;
  return mean * normalBelow(z) + deviation * normalDensity(z);
}

/** The density of the standard normal. */
export function normalDensity(z: number): number {
  return Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
}

/** The part of the standard normal below `z`, to seven digits (Abramowitz and Stegun, 26.2.17). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const series =
    t *
    (0.319_381_53 +
      t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  const above = normalDensity(z) * series;
  return z >= 0 ? 1 - above : above;
}

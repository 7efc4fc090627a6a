import type { Seconds } from '#base/units.ts';
import type { Distribution, ProgramDuration } from '#program/program.ts';

import { createPythonRandom, type PythonRandom } from './pythonRandom.ts';
import { log } from './roundedMath.ts';

/** Draws what a schedule leaves to chance; each place has a stream of its own. */
export interface Draws {
  /** A duration: as it is, or drawn; never negative. */
  seconds(duration: ProgramDuration): Seconds;
  /** Whether something of this probability happens. */
  happens(chance: number, place: string): boolean;
}

/** Draws from streams that the seed and their place begin. */
export function createDraws(seed: number): Draws {
  const streams = new Map<string, PythonRandom>();
  const streamOf = (place: string): PythonRandom => {
    const found = streams.get(place) ?? createPythonRandom(`${seed}/${place}`);
    streams.set(place, found);
    return found;
  };
  return {
    seconds: (duration) =>
      typeof duration === 'number' ? duration : draw(streamOf(duration.place), duration.draw),
    happens: (chance, place) => streamOf(place).random() < chance,
  };
}

function draw(random: PythonRandom, distribution: Distribution): Seconds {
  if ('uniform' in distribution) return random.uniform(...distribution.uniform);
  if ('exponential' in distribution) {
    const mean = distribution.exponential;
    return mean === 0 ? 0 : random.expovariate(1 / mean);
  }
  if ('normal' in distribution) return Math.max(0, random.normalvariate(...distribution.normal));
  if ('lognormal' in distribution) {
    const [median, sigma] = distribution.lognormal;
    return median === 0 ? 0 : random.lognormvariate(log(median), sigma);
  }
  return random.choice(distribution.choice);
}

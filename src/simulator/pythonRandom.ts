import { sha512 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import { createMersenneTwister } from './mersenneTwister.ts';
import { exp, log } from './roundedMath.ts';

/** CPython's `random.Random`, seeded with a text: the same numbers, drawn in the same way. */
export interface PythonRandom {
  /** From 0 up to 1. */
  random(): number;
  uniform(from: number, to: number): number;
  /** `lambd` is 1 divided by the mean. */
  expovariate(lambd: number): number;
  normalvariate(mu: number, sigma: number): number;
  lognormvariate(mu: number, sigma: number): number;
  /** `choices(values, weights)[0]`. */
  choice(choices: readonly (readonly [value: number, weight: number])[]): number;
}

const NORMAL_MAGIC = (4 * exp(-0.5)) / Math.sqrt(2);

/** `random.Random(seed)` of a text. */
export function createPythonRandom(seed: string): PythonRandom {
  const twister = createMersenneTwister(keyOf(seed));
  const random = (): number => {
    const high = twister.next() >>> 5;
    const low = twister.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
  const normalvariate = (mu: number, sigma: number): number => {
    for (;;) {
      const u1 = random();
      const u2 = 1 - random();
      const z = (NORMAL_MAGIC * (u1 - 0.5)) / u2;
      if ((z * z) / 4 <= -log(u2)) return mu + z * sigma;
    }
  };
  return {
    random,
    uniform: (from, to) => from + (to - from) * random(),
    expovariate: (lambd) => -log(1 - random()) / lambd,
    normalvariate,
    lognormvariate: (mu, sigma) => exp(normalvariate(mu, sigma)),
    choice(choices) {
      let total = 0;
      const sums = choices.map(([, weight]) => (total += weight));
      const drawn = random() * total;
      const found = sums.findIndex((sum) => sum > drawn);
      return choices[found === -1 ? choices.length - 1 : found]?.[0] ?? 0;
    },
  };
}

/** The text's bytes and their digest as one large number, in words of 32 bits, the lowest first. */
function keyOf(seed: string): readonly number[] {
  const bytes = utf8ToBytes(seed);
  const all = [...bytes, ...sha512(bytes)].toReversed();
  const words: number[] = [];
  for (let at = 0; at < all.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = all.slice(at, at + 4);
    words.push((a | (b << 8) | (c << 16) | (d << 24)) >>> 0);
  }
  while (words.length > 1 && words.at(-1) === 0) words.pop();
  return words;
}

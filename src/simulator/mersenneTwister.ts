const SIZE = 624;
const SHIFT = 397;
const UPPER = 0x80000000;
const LOWER = 0x7fffffff;

/** The Mersenne Twister MT19937, as CPython's `random` uses it: 32 bits at a time. */
export interface MersenneTwister {
  /** The next number, from 0 to 2 ** 32 - 1. */
  next(): number;
}

/** A generator that is seeded by a key of 32-bit numbers. */
export function createMersenneTwister(key: readonly number[]): MersenneTwister {
  const state = seededState(key);
  let index = SIZE;

  const refill = (): void => {
    for (let at = 0; at < SIZE; at += 1) {
      const joined = ((word(at) & UPPER) | (word((at + 1) % SIZE) & LOWER)) >>> 0;
      const turned = (joined >>> 1) ^ ((joined & 1) === 0 ? 0 : 0x9908b0df);
      state[at] = word((at + SHIFT) % SIZE) ^ turned;
    }
    index = 0;
  };
  const word = (at: number): number => state[at] ?? 0;

  return {
    next() {
      if (index === SIZE) refill();
      let value = word(index);
      index += 1;
      value ^= value >>> 11;
      value ^= (value << 7) & 0x9d2c5680;
      value ^= (value << 15) & 0xefc60000;
      return (value ^ (value >>> 18)) >>> 0;
    },
  };
}

/** The state after a seed of one number, mixed with the key. */
function seededState(key: readonly number[]): Uint32Array {
  const state = new Uint32Array(SIZE);
  const word = (at: number): number => state[at] ?? 0;
  const before = (at: number): number => {
    const last = word(at - 1);
    return last ^ (last >>> 30);
  };
  state[0] = 19650218;
  for (let at = 1; at < SIZE; at += 1) state[at] = Math.imul(1812433253, before(at)) + at;

  let at = 1;
  const step = (value: number): void => {
    state[at] = value;
    at += 1;
    if (at < SIZE) return;
    state[0] = word(SIZE - 1);
    at = 1;
  };
  for (let round = 0; round < Math.max(SIZE, key.length); round += 1) {
    const place = round % key.length;
    step((word(at) ^ Math.imul(before(at), 1664525)) + (key[place] ?? 0) + place);
  }
  for (let round = 1; round < SIZE; round += 1) {
    step((word(at) ^ Math.imul(before(at), 1566083941)) - at);
  }
  state[0] = UPPER;
  return state;
}

import { expect, test } from 'vitest';

import { exp, log } from '#simulator/roundedMath.ts';

// By Python's decimal module with 60 digits, rounded once. V8 misses the last bit of each of these
// in one version or another.
const LOGS = [
  [0.6544181649548758, -0.42400873589597227],
  [48.18790618977909, 3.8751080806478986],
  [0.003010559770674881, -5.805629247187809],
  [0.04263190541377382, -3.1551523526574603],
  [5.48413395934173, 1.7018591887069288],
  [1.4168980449890801e-136, -312.80310264038354],
] as const;
const POWERS = [
  [4.611439358496165, 100.62888649002015],
  [1.9796350498357949, 7.240100227186093],
  [-0.9810477222889534, 0.3749180829695428],
  [-3.597965945459809, 0.027379356951617705],
  [45.5905123385902, 63053316661391940000],
  [291.4537037504833, 3.7734210610576643e126],
  [-607.5240088618534, 1.4311176158617115e-264],
] as const;

test('logarithms and powers are the nearest numbers', () => {
  expect(LOGS.map(([x]) => log(x))).toEqual(LOGS.map(([, nearest]) => nearest));
  expect(POWERS.map(([x]) => exp(x))).toEqual(POWERS.map(([, nearest]) => nearest));
});

test('they are never further than a hair from what the engine says', () => {
  for (let x = 1e-12; x < 1e12; x *= 1.0137) {
    expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(1e-15 * Math.abs(Math.log(x)));
  }
  for (let x = -700; x < 700; x += 1.37) {
    expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
  }
});

test('what has no logarithm and no power is as in JavaScript', () => {
  expect([log(0), log(1), log(Infinity), log(-1), log(NaN)]).toEqual([
    -Infinity,
    0,
    Infinity,
    NaN,
    NaN,
  ]);
  expect([exp(-Infinity), exp(0), exp(1000), exp(NaN)]).toEqual([0, 1, Infinity, NaN]);
});

/** A number as the sum of two, of which the second is below what the first can show. */
type Pair = readonly [high: number, low: number];

const NONE: Pair = [0, 0];
const LN2: Pair = [Math.LN2, 2.3190468138462996e-17];

/** So many terms of a series leave less than a pair can show. */
const EXP_TERMS = 14;
const LOG_TERMS = 8;

/** Logarithms are known of so many numbers from 1 to 2; the others lie near one of these. */
const STEPS = 64;

/** The series of e^x is taken of a 64th of x, and squared so often. */
const SQUARES = 6;

/** One divided by the odd numbers, and by the whole ones. */
const BY_ODD = Array.from({ length: LOG_TERMS + 1 }, (_, term) => inverse(2 * term - 1));
const BY_WHOLE = Array.from({ length: EXP_TERMS + 1 }, (_, term) => inverse(term));
const KNOWN_LOGS = knownLogs();

/**
 * The natural logarithm, rounded to the nearest number. `Math.log` may differ in the last bit from
 * one engine to the next, and a run must be the same everywhere.
 */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return Math.log(x);
  let rest = x;
  let twos = 0;
  for (; rest > Math.SQRT2; rest /= 2) twos += 1;
  for (; rest < Math.SQRT1_2; rest *= 2) twos -= 1;
  const near = Math.round(rest * STEPS);
  const ofRest = sum(KNOWN_LOGS[near] ?? NONE, logOfQuotient(rest, near / STEPS));
  return sum(product(LN2, [twos, 0]), ofRest)[0];
}

/** The logarithm of a / b, where they are near each other: by the inverse hyperbolic tangent. */
function logOfQuotient(a: number, b: number): Pair {
  const tangent = quotient([a - b, 0], exactSum(a, b));
  const square = product(tangent, tangent);
  let series = NONE;
  for (let term = LOG_TERMS; term > 0; term -= 1) {
    series = sum(product(series, square), BY_ODD[term] ?? NONE);
  }
  return product(product(tangent, series), [2, 0]);
}

/** The logarithms of `index / STEPS`, each from the one before it, from half of 1 to twice 1. */
function knownLogs(): readonly Pair[] {
  const logs: Pair[] = [];
  logs[STEPS] = NONE;
  for (let at = STEPS; at < 2 * STEPS; at += 1) {
    logs[at + 1] = sum(logs[at] ?? NONE, logOfQuotient(at + 1, at));
  }
  for (let at = STEPS; at > STEPS / 2; at -= 1) {
    logs[at - 1] = sum(logs[at] ?? NONE, logOfQuotient(at - 1, at));
  }
  return logs;
}

/** e to the power of x, rounded to the nearest number: see {@link log}. */
export function exp(x: number): number {
  if (!(x > -745 && x < 709.7)) return Math.exp(x);
  const twos = Math.round(x / LN2[0]);
  const rest = sum([x, 0], product(LN2, [-twos, 0]));
  const part: Pair = [rest[0] / 2 ** SQUARES, rest[1] / 2 ** SQUARES];
  let power: Pair = [1, 0];
  for (let term = EXP_TERMS; term > 0; term -= 1) {
    power = sum([1, 0], product(product(part, power), BY_WHOLE[term] ?? NONE));
  }
  for (let square = 0; square < SQUARES; square += 1) power = product(power, power);
  let result = power[0];
  for (let two = 0; two < twos; two += 1) result *= 2;
  for (let two = 0; two > twos; two -= 1) result /= 2;
  return result;
}

function inverse(of: number): Pair {
  return quotient([1, 0], [of, 0]);
}

function sum([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [high, low] = exactSum(a, b);
  const [lowHigh, lowLow] = exactSum(aLow, bLow);
  const [middle, rest] = normal(high, low + lowHigh);
  return normal(middle, rest + lowLow);
}

function product([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const high = a * b;
  return normal(high, exactError(a, b, high) + (a * bLow + aLow * b));
}

function quotient(a: Pair, b: Pair): Pair {
  const first = a[0] / b[0];
  const afterFirst = sum(a, product(b, [-first, 0]));
  const second = afterFirst[0] / b[0];
  const afterSecond = sum(afterFirst, product(b, [-second, 0]));
  return sum(normal(first, second), [afterSecond[0] / b[0], 0]);
}

/** A pair of the same sum, where `low` is not above `high`. */
function normal(high: number, low: number): Pair {
  const all = high + low;
  return [all, low - (all - high)];
}

function exactSum(a: number, b: number): Pair {
  const high = a + b;
  const shift = high - a;
  return [high, a - (high - shift) + (b - shift)];
}

/** What is missing in the product of two numbers, as `high` shows it. */
function exactError(a: number, b: number, high: number): number {
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  return aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** A number as two of half as many bits. */
function halves(a: number): Pair {
  const scaled = 134_217_729 * a;
  const high = scaled - (scaled - a);
  return [high, a - high];
}

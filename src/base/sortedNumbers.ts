/**
 * The first index in `[from, to)` whose value is at least `value`, or `to`. The values ascend. It is
 * looked for in growing strides from `guess` on, in both directions: a good guess costs a step or two.
 */
export function firstAtLeast(
  values: readonly number[],
  value: number,
  from: number,
  to: number,
  guess = from,
): number {
  let low = from;
  let high = guess < from ? from : guess > to ? to : guess;
  if (high < to && (values[high] as number) < value) {
    for (let stride = 1; high < to && (values[high] as number) < value; stride *= 2) {
      low = high + 1;
      high += stride;
    }
    if (high > to) high = to;
  } else {
    let below = high;
    for (let stride = 1; below > from; stride *= 2) {
      below = high - stride < from ? from : high - stride;
      if ((values[below] as number) < value) {
        low = below + 1;
        break;
      }
      high = below;
    }
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first index in `[from, to)` whose value is greater than `value`; as {@link firstAtLeast}. */
export function firstAbove(
  values: readonly number[],
  value: number,
  from: number,
  to: number,
  guess = from,
): number {
  let index = firstAtLeast(values, value, from, to, guess);
  if (index < to && values[index] === value) {
    // Equal ones may be many: beyond them begins the next number that there is.
    index = firstAtLeast(values, nextNumber(value), index, to);
  }
  return index;
}

/** How many of ascending numbers lie in `[from, to]`. */
export function countWithin(values: readonly number[], from: number, to: number): number {
  if (to < from) return 0;
  const { length } = values;
  // From the middle on: a bisection, where a stride from one end would be one for each doubling.
  const first = firstAtLeast(values, from, 0, length, length >>> 1);
  return firstAbove(values, to, first, length) - first;
}

/** The least number that is greater. */
function nextNumber(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const scale = Math.abs(value) * (Number.EPSILON / 2);
  const next = value + scale;
  return next > value ? next : value + 2 * scale;
}

/** The least, some and the largest of many numbers. */
export interface Quantiles {
  readonly min: number;
  readonly median: number;
  /** At most one in twenty is larger. */
  readonly p95: number;
  readonly max: number;
}

/**
 * The quantiles of at least one number, each of them one of the numbers (nearest rank). It reorders
 * the numbers, in time that grows with their count.
 */
export function quantilesOf(numbers: Float64Array): Quantiles {
  const { length } = numbers;
  const high = Math.ceil(0.95 * length) - 1;
  const p95 = selected(numbers, high, 0, length - 1);
  // What is left of a rank is not larger than it: so the median is looked for in what is left.
  const median = selected(numbers, Math.ceil(length / 2) - 1, 0, high);
  let min = Infinity;
  let max = -Infinity;
  for (const number of numbers) {
    if (number < min) min = number;
    if (number > max) max = number;
  }
  return { min, median, p95, max };
}

/** The number of a rank among those at `[first, last]`, which it puts at that index. */
function selected(numbers: Float64Array, rank: number, first: number, last: number): number {
  let left = first;
  let right = last;
  while (left < right) {
    const pivot = middleOf(numbers, left, right);
    let i = left;
    let j = right;
    while (i <= j) {
      while ((numbers[i] as number) < pivot) i += 1;
      while ((numbers[j] as number) > pivot) j -= 1;
      if (i > j) break;
      const kept = numbers[i] as number;
      numbers[i] = numbers[j] as number;
      numbers[j] = kept;
      i += 1;
      j -= 1;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return numbers[rank] as number;
}

/** The middle one of the first, the middle and the last number. */
function middleOf(numbers: Float64Array, left: number, right: number): number {
  const a = numbers[left] as number;
  const b = numbers[(left + right) >>> 1] as number;
  const c = numbers[right] as number;
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

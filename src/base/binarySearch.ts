/**
 * The first index in `[low, high)` for which `isAfter` holds, or `high` where there is none.
 * `isAfter` must be false for a prefix of the range and true for the rest of it.
 */
export function partitionPoint(
  low: number,
  high: number,
  isAfter: (index: number) => boolean,
): number {
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (isAfter(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

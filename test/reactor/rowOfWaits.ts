import { Deferred } from '#reactor/deferred.ts';

/** Deferreds of which each waits for the next; the last is not fired yet. */
export function rowOfWaits(length: number): readonly Deferred[] {
  const row = Array.from({ length }, () => new Deferred());
  row.slice(0, -1).forEach((deferred, index) => deferred.addCallback(() => row[index + 1]));
  for (const deferred of row.slice(0, -1)) deferred.callback(null);
  return row;
}

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When a file, or anything below a folder, last changed; a folder itself changes when an entry goes.
 * 0 where there is none.
 * @param {string} path
 * @returns {number}
 */
export function changedAt(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const entries = readdirSync(path).map((name) => changedAt(join(path, name)));
  return Math.max(stats.mtimeMs, ...entries);
}

/**
 * Whether something that was built is missing, or older than what it is built from.
 * @param {string} built
 * @param {string[]} sources
 */
export function isStale(built, sources) {
  return changedAt(built) <= Math.max(...sources.map(changedAt));
}

import type { PaletteEntry } from './paletteEntry.ts';

/** Entries under their heading. */
export interface EntryGroup {
  readonly name: string;
  readonly entries: readonly PaletteEntry[];
  /** How many more there are. */
  readonly more: number;
}

/** How well a text fits what is typed: 0 not at all, 1 in full. */
export type Score = (text: string, typed: string, keywords: readonly string[]) => number;

/** More of a group than this is found by typing on. */
const MOST = 30;
/** How many of a group are shown while nothing is typed. */
const AT_FIRST = 60;

/**
 * The entries that fit what is typed, in their groups; the best group and in it the best entry
 * first. Where nothing is typed, all in their own order.
 */
export function foundEntries(
  entries: readonly PaletteEntry[],
  typed: string,
  score: Score,
): readonly EntryGroup[] {
  const wanted = typed.trim();
  const groups = new Map<string, { entry: PaletteEntry; fit: number }[]>();
  for (const entry of entries) {
    const fit = wanted === '' ? 1 : fitOf(entry, wanted, score);
    if (fit === 0) continue;
    const group = groups.get(entry.group);
    if (group === undefined) groups.set(entry.group, [{ entry, fit }]);
    else group.push({ entry, fit });
  }
  const most = wanted === '' ? AT_FIRST : MOST;
  return Array.from(groups, ([name, group]) => {
    // Stable: what fits as well stays in its order.
    const sorted = group.toSorted((one, other) => other.fit - one.fit);
    return {
      name,
      fit: sorted[0]?.fit ?? 0,
      entries: sorted.slice(0, most).map(({ entry }) => entry),
      more: Math.max(0, sorted.length - most),
    };
  }).toSorted((one, other) => other.fit - one.fit);
}

/** What cannot be done now comes behind what can. */
function fitOf(
  { label, note, keywords = [], disabled }: PaletteEntry,
  typed: string,
  score: Score,
) {
  const fit = score(label, typed, [...keywords, note]);
  return disabled === true ? fit / 4 : fit;
}

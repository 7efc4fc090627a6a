import type { Seconds } from '#base/units.ts';

/** What of a node in a run is worth a finding, counted as its events are read. */
export interface NodeTally {
  starts: number;
  /** Ticks that a loop has missed: in all, the most at one go, and the first time. */
  missed: number;
  mostMissed: number;
  firstMissed: number;
  lastTick: Seconds;
  /** The longest time from a tick to the end of its call, waits included, of those that missed some. */
  longestCall: Seconds;
  /** Calls that ran late: how many, by how much at most, and the first one. */
  late: number;
  latest: Seconds;
  firstLate: number;
  /** How many of them each function made late, by its node and link: see {@link blockerKey}. */
  readonly lateBy: Map<number, number>;
  /** Of a queue: what was put, in all; of its gets: what they got. */
  puts: number;
  gots: number;
}

/** A node of which nothing has happened. */
export function newTally(): NodeTally {
  return {
    starts: 0,
    missed: 0,
    mostMissed: 0,
    firstMissed: 0,
    lastTick: 0,
    longestCall: 0,
    late: 0,
    latest: 0,
    firstLate: 0,
    lateBy: new Map(),
    puts: 0,
    gots: 0,
  };
}

const LINKS = 2 ** 16;

/** A place of a node that blocks, in one number; {@link blockerAt} gives it back. */
export function blockerKey(node: number, link: number): number {
  return node * LINKS + link + 1;
}

/** The node and the link of a {@link blockerKey}. */
export function blockerAt(key: number): { readonly node: number; readonly link: number } {
  return { node: Math.floor(key / LINKS), link: (key % LINKS) - 1 };
}

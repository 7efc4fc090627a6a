import type { Seconds } from '#base/units.ts';

/** What goes on beside the reactor's thread while that sleeps or blocks, such as a thread pool. */
export interface Background {
  /** What it does next; null where it has nothing to do. */
  nextAct(): BackgroundAct | null;
}

/** Something done beside the reactor's thread; those of one time in the order of their stamps. */
export interface BackgroundAct {
  readonly time: Seconds;
  readonly stamp: number;
  run(): void;
}

/** The first of the next acts of several. */
export function firstAct(backgrounds: readonly Background[]): BackgroundAct | null {
  // Mostly there is none, and this is asked at each step of the reactor.
  if (backgrounds.length === 0) return null;
  let first: BackgroundAct | null = null;
  for (const background of backgrounds) {
    const act = background.nextAct();
    if (act !== null && (first === null || isBefore(act, first))) first = act;
  }
  return first;
}

function isBefore(a: BackgroundAct, b: BackgroundAct): boolean {
  return a.time < b.time || (a.time === b.time && a.stamp < b.stamp);
}

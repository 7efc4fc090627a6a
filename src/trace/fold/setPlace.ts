import { PLACE, PLACE_MASK } from './instanceRow.ts';

/** Writes how many links a Deferred has behind it, and leaves alone how often it is paused. */
export function setPlace(row: Int32Array, at: number, place: number): void {
  row[at + PLACE] = ((row[at + PLACE] as number) & ~PLACE_MASK) | place;
}

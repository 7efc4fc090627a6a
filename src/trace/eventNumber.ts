import { formatNumber } from '#words/words.ts';

/**
 * The number of an event as people count, from 1: with the playhead right behind it, it is the
 * number that the transport shows.
 */
export function eventNumber(sequence: number): string {
  return formatNumber(sequence + 1);
}

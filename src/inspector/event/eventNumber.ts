/**
 * The number of an event as people count, from 1: with the playhead right behind it, it is the
 * number that the transport shows.
 */
export function eventNumber(sequence: number): string {
  return (sequence + 1).toLocaleString('en');
}

import { partitionPoint } from '#base/binarySearch.ts';

/** Sequence numbers of events in order, while a trace grows. */
export class SequenceList {
  /** How many there are. */
  length = 0;
  #sequences = new Uint32Array(8);

  /** Puts one behind the others; it is larger than they are. */
  push(sequence: number): void {
    if (this.length === this.#sequences.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#sequences);
      this.#sequences = larger;
    }
    this.#sequences[this.length] = sequence;
    this.length += 1;
  }

  /** The one at an index; undefined where there is none. */
  at(index: number): number | undefined {
    return index < this.length ? this.#sequences[index] : undefined;
  }

  /** How many are smaller than this one. */
  countBefore(sequence: number): number {
    return partitionPoint(0, this.length, (index) => (this.#sequences[index] ?? 0) >= sequence);
  }
}

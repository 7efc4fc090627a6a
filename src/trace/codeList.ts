/** Whole numbers that are added at the end, four bytes each. */
export class CodeList {
  #codes = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The number at a place; 0 behind the last one. */
  at(index: number): number {
    return index < this.#length ? (this.#codes[index] as number) : 0;
  }

  push(code: number): void {
    this.#makeRoom(this.#length + 1);
    this.#codes[this.#length] = code;
    this.#length += 1;
  }

  /** Adds those of another list from a place on. */
  addFrom(other: CodeList, from: number): void {
    const added = other.#codes.subarray(from, other.#length);
    this.#makeRoom(this.#length + added.length);
    this.#codes.set(added, this.#length);
    this.#length += added.length;
  }

  #makeRoom(length: number): void {
    if (length <= this.#codes.length) return;
    const larger = new Int32Array(Math.max(length, this.#codes.length * 2));
    larger.set(this.#codes.subarray(0, this.#length));
    this.#codes = larger;
  }
}

/** What a page is made of: a typed array, or an array of records that are never changed in place. */
interface Copyable<P> {
  slice(): P;
}

/** How many rows a page has: as a power of two, and as a mask of a row's place in its page. */
export const PAGE_BITS = 6;
export const PAGE_ROWS = 1 << PAGE_BITS;
export const PAGE_MASK = PAGE_ROWS - 1;

/** The same of pages whose rows are single numbers. */
export const WIDE_BITS = 9;
export const WIDE_ROWS = 1 << WIDE_BITS;
export const WIDE_MASK = WIDE_ROWS - 1;

/**
 * A growing table in pages. What was shared stays as it is: a page is copied before it is written
 * for the first time after that, so that an image of a large table costs no more than what changes.
 */
export class Pages<P extends Copyable<P>> {
  readonly #make: () => P;
  readonly #bytesOf: number;
  #pages: P[] = [];
  #isListShared = false;
  /** By page: the age in which it was made or copied. It is ours alone if that is the present one. */
  #owned: number[] = [];
  #age = 1;
  /** By page: the round of {@link takeFreshBytes} in which it was last counted. */
  #counted: number[] = [];
  #round = 1;
  #freshBytes = 0;

  /** `bytes`: of a page that `make` makes. */
  constructor(bytes: number, make: () => P) {
    this.#make = make;
    this.#bytesOf = bytes;
  }

  /** A page, to be read. */
  read(page: number): P {
    return this.#pages[page] as P;
  }

  /** A page, to be written; those that there are not yet are made. */
  own(page: number): P {
    return this.#owned[page] === this.#age && page < this.#pages.length
      ? (this.#pages[page] as P)
      : this.#copy(page);
  }

  /** All pages as they are now, and as they stay. */
  share(): readonly P[] {
    this.#age += 1;
    this.#isListShared = true;
    return this.#pages;
  }

  /** Goes on from what was shared. */
  restore(pages: readonly P[]): void {
    this.#age += 1;
    this.#isListShared = true;
    this.#pages = pages as P[];
  }

  /** The bytes of the pages that were made or copied since the last call, each counted once. */
  takeFreshBytes(): number {
    const bytes = this.#freshBytes;
    this.#freshBytes = 0;
    this.#round += 1;
    return bytes;
  }

  /** What {@link takeFreshBytes} would give. */
  get freshBytes(): number {
    return this.#freshBytes;
  }

  get length(): number {
    return this.#pages.length;
  }

  #copy(page: number): P {
    if (this.#isListShared) {
      this.#pages = this.#pages.slice();
      this.#isListShared = false;
    }
    while (this.#pages.length < page) this.#put(this.#pages.length, this.#make());
    return this.#put(page, this.#pages[page]?.slice() ?? this.#make());
  }

  #put(page: number, fresh: P): P {
    this.#pages[page] = fresh;
    this.#owned[page] = this.#age;
    if (this.#counted[page] !== this.#round) {
      this.#counted[page] = this.#round;
      this.#freshBytes += this.#bytesOf;
    }
    return fresh;
  }
}

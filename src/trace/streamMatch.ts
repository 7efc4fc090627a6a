import type { Seconds } from '#base/units.ts';

/** Times that are closer are one: sums of the same numbers in another order differ by so much. */
export const SAME: Seconds = 1e-9;

/** No event. */
export const NO_EVENT = -1;

/** What some streams of events share: two runs' events, chained by stream, and who belongs to whom. */
export interface StreamChains {
  /** The next event of the same stream, by event; {@link NO_EVENT} behind the last one. */
  readonly pinnedNext: Int32Array;
  readonly ownNext: Int32Array;
  readonly pinnedTime: (event: number) => Seconds;
  readonly ownTime: (event: number) => Seconds;
  /** An event of the earlier run and one of the present run belong to each other. */
  readonly pair: (pinned: number, own: number) => void;
}

/**
 * Finds which events of one kind at one place belong to each other in two runs. Those at the same
 * time do; what is left over between two such pairs does in its order, as long as both runs have
 * some. First all events of the earlier run are added, then those of the present run, each in the
 * order of time, then {@link drain} is asked for: together in time that grows with their number.
 */
export class StreamMatch {
  readonly #chains: StreamChains;
  #last = NO_EVENT;
  /** The first event of the earlier run that is not before the present run's last one. */
  #head = NO_EVENT;
  /** The first one that is left over since the last pair at one time; up to `#head`. */
  #left = NO_EVENT;
  /** The present run's events that are left over since then: the first and the last one. */
  #ownLeft = NO_EVENT;
  #ownLast = NO_EVENT;

  constructor(chains: StreamChains) {
    this.#chains = chains;
  }

  /** Adds an event of the earlier run. */
  addPinned(event: number): void {
    const { pinnedNext } = this.#chains;
    pinnedNext[event] = NO_EVENT;
    if (this.#last === NO_EVENT) this.#head = this.#left = event;
    else pinnedNext[this.#last] = event;
    this.#last = event;
  }

  /** Adds an event of the present run, and pairs what can be paired by now. */
  addOwn(event: number): void {
    const { ownNext, ownTime, pinnedTime, pair } = this.#chains;
    const time = ownTime(event);
    while (this.#head !== NO_EVENT && pinnedTime(this.#head) < time - SAME) this.#passHead();
    if (this.#head !== NO_EVENT && pinnedTime(this.#head) <= time + SAME) {
      pair(this.#head, event);
      this.#head = this.#chains.pinnedNext[this.#head] as number;
      // What is left over before this pair has no partner: later ones belong to each other.
      this.#left = this.#head;
      this.#ownLeft = NO_EVENT;
    } else if (this.#left === this.#head) {
      ownNext[event] = NO_EVENT;
      if (this.#ownLeft === NO_EVENT) this.#ownLeft = event;
      else ownNext[this.#ownLast] = event;
      this.#ownLast = event;
    } else {
      pair(this.#left, event);
      this.#left = this.#chains.pinnedNext[this.#left] as number;
    }
  }

  /** When all events are added: pairs those that are left over behind the last pair at one time. */
  drain(): void {
    while (this.#head !== NO_EVENT && this.#ownLeft !== NO_EVENT) this.#passHead();
  }

  /** The next event of the earlier run has none at its time. */
  #passHead(): void {
    const { pinnedNext, ownNext, pair } = this.#chains;
    const next = pinnedNext[this.#head] as number;
    if (this.#ownLeft !== NO_EVENT) {
      pair(this.#head, this.#ownLeft);
      this.#ownLeft = ownNext[this.#ownLeft] as number;
      this.#left = next;
    }
    this.#head = next;
  }
}

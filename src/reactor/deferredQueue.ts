import { Deferred } from './deferred.ts';
import { QueueOverflow, QueueUnderflow } from './errors.ts';

/**
 * `twisted.internet.defer.DeferredQueue`: objects for whoever asks, and askers for what will come,
 * both in turn (P-8 to P-10).
 */
export class DeferredQueue {
  /** Who waits for an object. */
  readonly waiting: Deferred[] = [];
  /** What nobody has asked for yet. */
  readonly pending: unknown[] = [];
  /** How many objects are stored at most; null: any number. */
  readonly size: number | null;
  /** How many askers may wait; null: any number. */
  readonly backlog: number | null;

  constructor(size: number | null = null, backlog: number | null = null) {
    this.size = size;
    this.backlog = backlog;
  }

  /** Gives an object to the first asker, or stores it. @throws QueueOverflow where it is full. */
  put(object: unknown): void {
    const first = this.waiting.shift();
    if (first !== undefined) first.callback(object);
    else if (this.size === null || this.pending.length < this.size) this.pending.push(object);
    else throw new QueueOverflow();
  }

  /** A Deferred of the next object. @throws QueueUnderflow where too many wait already. */
  get(): Deferred {
    const deferred = new Deferred((asker) => {
      const place = this.waiting.indexOf(asker);
      if (place !== -1) this.waiting.splice(place, 1);
    });
    if (this.pending.length > 0) deferred.callback(this.pending.shift());
    else if (this.backlog === null || this.waiting.length < this.backlog)
      this.waiting.push(deferred);
    else throw new QueueUnderflow();
    return deferred;
  }
}

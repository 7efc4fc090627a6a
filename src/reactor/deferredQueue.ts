import { Deferred } from './deferred.ts';
import { QueueOverflow, QueueUnderflow } from './errors.ts';

/** Is told what a queue does, at the moment it happens. */
export interface DeferredQueueProbe {
  /** Nobody waits: an object is stored, which makes so many of them. */
  stored?(queue: DeferredQueue, object: unknown, count: number): void;
  /** Nothing is stored: a getter waits, and its Deferred is the last of `waiting`. */
  queued?(queue: DeferredQueue, getter: Deferred): void;
  /** An object goes to a getter, whose Deferred fires with it next: from what is stored, or as it is put. */
  handed?(queue: DeferredQueue, object: unknown, getter: Deferred, from: 'store' | 'put'): void;
  /** A getter that waited was cancelled: it has left `waiting`, and its Deferred fails next (P-9). */
  removed?(queue: DeferredQueue, getter: Deferred): void;
}

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
  probe: DeferredQueueProbe | null = null;

  constructor(size: number | null = null, backlog: number | null = null) {
    this.size = size;
    this.backlog = backlog;
  }

  /** Gives an object to the first asker, or stores it. @throws QueueOverflow where it is full. */
  put(object: unknown): void {
    const first = this.waiting.shift();
    if (first !== undefined) this.#hand(object, first, 'put');
    else if (this.size === null || this.pending.length < this.size) {
      this.pending.push(object);
      this.probe?.stored?.(this, object, this.pending.length);
    } else throw new QueueOverflow();
  }

  /** A Deferred of the next object. @throws QueueUnderflow where too many wait already. */
  get(): Deferred {
    const deferred = new Deferred((asker) => {
      const place = this.waiting.indexOf(asker);
      if (place === -1) return;
      this.waiting.splice(place, 1);
      this.probe?.removed?.(this, asker);
    });
    if (this.pending.length > 0) this.#hand(this.pending.shift(), deferred, 'store');
    else if (this.backlog === null || this.waiting.length < this.backlog) {
      this.waiting.push(deferred);
      this.probe?.queued?.(this, deferred);
    } else throw new QueueUnderflow();
    return deferred;
  }

  #hand(object: unknown, getter: Deferred, from: 'store' | 'put'): void {
    this.probe?.handed?.(this, object, getter, from);
    getter.callback(object);
  }
}

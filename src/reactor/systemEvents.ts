import { Deferred } from './deferred.ts';
import { DeferredList } from './deferredList.ts';
import { KeyError, ValueError } from './errors.ts';
import { toFailure, type Failure } from './failure.ts';

/** When a trigger of an event runs. */
export type Phase = 'before' | 'during' | 'after';

/** The reactor's own events. */
export type SystemEvent = 'startup' | 'shutdown';

/** A trigger of one of the reactor's events, for taking it off again. */
export interface SystemEventTrigger {
  readonly event: SystemEvent;
  readonly handle: TriggerHandle;
}

/** A trigger of an event, for taking it off again. */
export interface TriggerHandle {
  readonly phase: Phase;
  readonly f: () => unknown;
}

/**
 * An event with triggers in three phases, as the reactor's `startup` and `shutdown`: what
 * the *before* triggers return is waited for; each trigger runs at most once.
 */
export class ThreePhaseEvent {
  readonly #log: (failure: Failure) => void;
  readonly #triggers: Record<Phase, Set<TriggerHandle>> = {
    before: new Set(),
    during: new Set(),
    after: new Set(),
  };
  /** The triggers that have run in the before phase that is under way. */
  #finishedBefore: TriggerHandle[] = [];

  constructor(log: (failure: Failure) => void) {
    this.#log = log;
  }

  /** @throws KeyError for an unknown phase. */
  addTrigger(phase: Phase, f: () => unknown): TriggerHandle {
    if (!Object.hasOwn(this.#triggers, phase)) throw new KeyError("'invalid phase'");
    const handle = { phase, f };
    this.#triggers[phase].add(handle);
    return handle;
  }

  /**
   * Takes off the first trigger with the handle's function. Without effect on one that has run in
   * a *before* phase that is under way.
   *
   * @throws ValueError for a trigger that is not there (any more).
   */
  removeTrigger({ phase, f }: TriggerHandle): void {
    if (phase === 'before' && this.#finishedBefore.some((finished) => finished.f === f)) return;
    const triggers = this.#triggers[phase];
    for (const trigger of triggers) {
      if (trigger.f !== f) continue;
      triggers.delete(trigger);
      return;
    }
    throw new ValueError('list.remove(x): x not in list');
  }

  /** Runs the phases in order; the later ones when all that *before* waits for is there. */
  fireEvent(): void {
    const waited: Deferred[] = [];
    this.#finishedBefore = [];
    for (const trigger of this.#take('before')) {
      this.#finishedBefore.push(trigger);
      const result = this.#call(trigger);
      if (result instanceof Deferred) waited.push(result);
    }
    new DeferredList(waited).addCallback(() => {
      this.#finishedBefore = [];
      for (const phase of ['during', 'after'] as const) {
        for (const trigger of this.#take(phase)) this.#call(trigger);
      }
    });
  }

  /** Takes the triggers of a phase off one by one, those that are added meanwhile among them. */
  *#take(phase: Phase): Generator<TriggerHandle> {
    for (const trigger of this.#triggers[phase]) {
      this.#triggers[phase].delete(trigger);
      yield trigger;
    }
  }

  #call({ f }: TriggerHandle): unknown {
    try {
      return f();
    } catch (thrown) {
      this.#log(toFailure(thrown));
      return null;
    }
  }
}

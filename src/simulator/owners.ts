import type { Deferred, DeferredProbe } from '#reactor/deferred.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Instance } from './instance.ts';
import type { Recorder } from './recorder.ts';
import { toTraceValue } from './toTraceValue.ts';

/** Which instance each Deferred belongs to, and what becomes of these Deferreds. */
export interface Owners {
  /** Makes a Deferred that of an instance: from here on it is recorded. */
  adopt(instance: Instance, deferred: Deferred): void;
  ownerOf(deferred: Deferred): Instance | null;
  /** The instances whose failure nobody has handled, in the order in which they failed. */
  readonly unhandled: ReadonlySet<Instance>;
  /** The name of an instance leads to another one now: an unhandled failure of it is reported. */
  release(instance: Instance): void;
}

/** Records what Deferreds do in the names of their instances. */
export function createOwners(recorder: Recorder): Owners {
  const owners = new WeakMap<Deferred, Instance>();
  const unhandled = new Set<Instance>();

  const of = (deferred: Deferred): Instance => {
    const instance = owners.get(deferred);
    if (instance === undefined) throw new Error('A Deferred without an owner is recorded.');
    return instance;
  };
  const release = (instance: Instance): void => {
    if (!unhandled.delete(instance)) return;
    recorder.event('reported', instance, toTraceValue(instance.deferred?.result));
  };
  const probe: DeferredProbe = {
    fired(deferred, result) {
      const instance = of(deferred);
      const value = toTraceValue(result);
      // Fired by a step, or by what its own function has just done: whichever came last.
      const cause = Math.max(recorder.cause, instance.last);
      const kind = value.is === 'failure' ? 'failed' : 'fired';
      instance.last = recorder.event(kind, instance, value, NO_LINK, cause);
    },
    waits(deferred, on) {
      const other = owners.get(on);
      const instance = of(deferred);
      if (other !== undefined) {
        recorder.event('waits', instance, other, NO_LINK, instance.last);
      }
    },
    resumed(deferred, from, result) {
      const instance = of(deferred);
      const cause = owners.get(from)?.last ?? instance.last;
      const value = toTraceValue(result);
      instance.last = recorder.event('resumed', instance, value, NO_LINK, cause);
    },
    taken(deferred) {
      const instance = of(deferred);
      unhandled.delete(instance);
      recorder.event('taken', instance, null, NO_LINK, instance.last);
    },
    marked(deferred, isUnhandled) {
      const instance = of(deferred);
      if (!isUnhandled) {
        unhandled.delete(instance);
        recorder.event('handled', instance, null, NO_LINK, instance.last);
        return;
      }
      unhandled.add(instance);
      recorder.event('unhandled', instance, toTraceValue(deferred.result), NO_LINK, instance.last);
      // Its name leads to another one already, so nobody holds it any more.
      if (!instance.starting && instance.owner.bound !== instance) release(instance);
    },
  };

  return {
    adopt(instance, deferred) {
      instance.deferred = deferred;
      owners.set(deferred, instance);
      deferred.probe = probe;
    },
    ownerOf: (deferred) => owners.get(deferred) ?? null,
    unhandled,
    release,
  };
}

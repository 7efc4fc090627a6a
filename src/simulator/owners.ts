import { Deferred, type DeferredProbe, type LinkFunction } from '#reactor/deferred.ts';
import { KIND } from '#trace/eventKinds.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Instance } from './instance.ts';
import type { Recorder } from './recorder.ts';
import { toTraceValue } from './toTraceValue.ts';

/** Which instance each Deferred belongs to, and what becomes of these Deferreds. */
export interface Owners {
  /** Makes a Deferred that of an instance: from here on it is recorded. */
  adopt(instance: Instance, deferred: Deferred): void;
  /** Says that a side of a link records itself what it gives. */
  recordsItself(side: LinkFunction): void;
  ownerOf(deferred: Deferred): Instance | null;
  /** The instances whose failure nobody has handled, in the order in which they failed. */
  readonly unhandled: ReadonlySet<Instance>;
  /** The name of an instance leads to another one now: an unhandled failure of it is reported. */
  release(instance: Instance): void;
}

/** Records what Deferreds do in the names of their instances. */
export function createOwners(recorder: Recorder): Owners {
  const owners = new WeakMap<Deferred, Instance>();
  const recorded = new WeakSet<LinkFunction>();
  const unhandled = new Set<Instance>();

  const of = (deferred: Deferred): Instance => {
    const instance = owners.get(deferred);
    if (instance === undefined) throw new Error('A Deferred without an owner is recorded.');
    return instance;
  };
  const release = (instance: Instance): void => {
    // One of its links runs, and may yet handle it: Twisted holds it until then.
    if (instance.deferred !== null && Deferred.isRunning(instance.deferred)) return;
    if (!unhandled.delete(instance)) return;
    recorder.value(KIND.reported, instance, toTraceValue(instance.deferred?.result));
  };
  const recordFired = (instance: Instance, result: unknown): void => {
    const value = toTraceValue(result);
    instance.shown = result;
    // Fired by a step, or by what its own function has just done: whichever came last.
    const cause = Math.max(recorder.cause, instance.last);
    const kind = value.is === 'failure' ? KIND.failed : KIND.fired;
    instance.last = recorder.value(kind, instance, value, NO_LINK, cause);
  };
  const recordWait = (instance: Instance, on: Deferred): void => {
    // One that is no node's goes on by itself, such as the rest of a coroutine that was cancelled.
    const other = owners.get(on) ?? instance;
    instance.shown = undefined;
    recorder.other(KIND.waits, instance, other, NO_LINK, instance.last);
  };
  const recordMark = (instance: Instance, isUnhandled: boolean): void => {
    if (!isUnhandled) {
      unhandled.delete(instance);
      recorder.event(KIND.handled, instance, NO_LINK, instance.last);
      return;
    }
    unhandled.add(instance);
    const value = toTraceValue(instance.deferred?.result);
    recorder.value(KIND.unhandled, instance, value, NO_LINK, instance.last);
    // Its name leads to another one already, so nobody holds it any more.
    if (!instance.starting && instance.owner.bound !== instance) release(instance);
  };
  const probe: DeferredProbe = {
    fired: (deferred, result) => recordFired(of(deferred), result),
    ran(deferred, side, result) {
      const instance = of(deferred);
      const isKnown = recorded.has(side) || instance.leftOwn || result === instance.shown;
      instance.leftOwn = false;
      instance.shown = result;
      if (isKnown || result instanceof Deferred) return;
      const value = toTraceValue(result);
      instance.last = recorder.value(KIND.became, instance, value, NO_LINK, instance.last);
    },
    waits: (deferred, on) => recordWait(of(deferred), on),
    resumed(deferred, from, result) {
      const instance = of(deferred);
      const cause = owners.get(from)?.last ?? instance.last;
      const value = toTraceValue(result);
      instance.shown = result;
      instance.last = recorder.value(KIND.resumed, instance, value, NO_LINK, cause);
    },
    taken(deferred) {
      const instance = of(deferred);
      unhandled.delete(instance);
      instance.shown = null;
      recorder.event(KIND.taken, instance, NO_LINK, instance.last);
    },
    marked: (deferred, isUnhandled) => recordMark(of(deferred), isUnhandled),
    pauses(deferred, paused) {
      const instance = of(deferred);
      const isPause = paused > (pauses.get(instance) ?? 0);
      pauses.set(instance, paused);
      recorder.event(isPause ? KIND.pauseCalled : KIND.resumeCalled, instance);
    },
  };
  const pauses = new WeakMap<Instance, number>();

  return {
    adopt(instance, deferred) {
      instance.deferred = deferred;
      owners.set(deferred, instance);
      deferred.probe = probe;
      if (!deferred.called) return;
      // It came into being with its result, as a list of what is there already does.
      const { result } = deferred;
      if (!(result instanceof Deferred)) recordFired(instance, result);
      else recordWait(instance, result);
      if (deferred.unhandled) recordMark(instance, true);
    },
    recordsItself(side) {
      recorded.add(side);
    },
    ownerOf: (deferred) => owners.get(deferred) ?? null,
    unhandled,
    release,
  };
}

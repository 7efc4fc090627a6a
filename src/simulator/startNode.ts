import type { Program } from '#program/program.ts';
import { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { RuntimeError } from '#reactor/errors.ts';
import type { Reactor } from '#reactor/reactor.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import { newInstance, type Instance, type NodeRuntime } from './instance.ts';
import { loopOf } from './loopOf.ts';
import { createOwners } from './owners.ts';
import { recordedClock } from './recordedClock.ts';
import type { Recorder } from './recorder.ts';
import { createCallFunction, type NodeActions } from './runFunction.ts';
import { toTraceValue } from './toTraceValue.ts';

/** The nodes of a running program. */
export interface RunningNodes extends NodeActions {
  /** The instances whose failure nobody has handled, in the order in which they failed. */
  readonly unhandled: ReadonlySet<Instance>;
}

/** Makes the objects of a program that exist before anything is started, and what starts the rest. */
export function createNodes(program: Program, reactor: Reactor, recorder: Recorder): RunningNodes {
  const runtimes: readonly NodeRuntime[] = program.nodes.map((node, index) => ({
    index,
    node,
    starts: 0,
    newest: null,
    bound: null,
    loop: null,
  }));
  const owners = createOwners(recorder);
  const runtime = (index: number): NodeRuntime => {
    const found = runtimes[index];
    if (found === undefined) throw new Error(`The program has no node ${index}.`);
    return found;
  };
  const bound = (index: number): Instance => {
    const { bound: instance, node } = runtime(index);
    if (instance === null) throw new RuntimeError(`${node.id} has not been started`);
    return instance;
  };

  const actions: NodeActions = {
    start: (index) => start(runtime(index)),
    stop(index) {
      const { loop, newest, node } = runtime(index);
      if (loop === null) throw new Error(`${node.id} is a ${node.kind} and cannot be stopped.`);
      if (newest === null || !loop.running) loop.stop();
      else recorder.within(recorder.event('stopped', newest), () => loop.stop());
    },
    cancel(index) {
      const instance = bound(index);
      const { deferred, call } = instance;
      // A call that is not pending refuses: nothing was cancelled then.
      if (deferred === null && call?.active() === false) call.cancel();
      recorder.within(recorder.event('cancelled', instance), () => {
        if (deferred === null) call?.cancel();
        else deferred.cancel();
      });
    },
    deferredOf(index) {
      const { deferred, owner } = bound(index);
      if (deferred === null) throw new Error(`${owner.node.id} gives no Deferred.`);
      return deferred;
    },
    ownerOf: (deferred) => owners.ownerOf(deferred),
  };
  const callFunction = createCallFunction(program.functions, reactor, recorder, actions);

  for (const owner of runtimes) {
    if (owner.node.kind === 'loopingCall') {
      owner.loop = loopOf(owner, reactor, recorder, owners, callFunction);
    }
  }
  return { ...actions, unhandled: owners.unhandled };

  function start(owner: NodeRuntime): Deferred | null {
    const { loop, node } = owner;
    // A running loop refuses: there is no new instance then.
    if (loop?.running === true) return loop.start(node.seconds, node.now);
    const instance = newInstance(owner, reactor.seconds());
    recorder.within(recorder.event('started', instance), () => {
      startKind(instance);
      attachChain(instance);
    });
    const before = owner.bound;
    owner.bound = instance;
    instance.starting = false;
    if (before !== null) owners.release(before);
    return instance.deferred;
  }

  function startKind(instance: Instance): void {
    const { node, loop } = instance.owner;
    const { own } = node;
    const clock = recordedClock(reactor, recorder, () => instance);
    const f = own === null ? null : (): unknown => callFunction(own, instance, NO_LINK);
    switch (node.kind) {
      case 'callLater':
        clock.callLater(node.seconds, f ?? (() => null));
        break;
      case 'deferLater':
        owners.adopt(instance, deferLater(clock, node.seconds, f));
        break;
      case 'loopingCall':
        loop?.start(node.seconds, node.now);
        break;
      case 'deferred':
        owners.adopt(instance, new Deferred(own === null ? null : cancellerOf(instance, own)));
        break;
    }
  }

  function cancellerOf(instance: Instance, own: number): (deferred: Deferred) => void {
    return (deferred) => {
      // Its cause is the cancel, not what last happened in the chain.
      callFunction(own, { ...instance, last: recorder.cause }, NO_LINK, deferred);
    };
  }

  function attachChain(instance: Instance): void {
    instance.owner.node.chain.forEach(({ callback, errback }, link) => {
      instance.deferred?.addCallbacks(
        (result) => callLink(instance, link, callback, result),
        (failure) => callLink(instance, link, errback, failure),
      );
    });
  }

  function callLink(instance: Instance, link: number, f: number | null, result: unknown): unknown {
    if (f !== null) return callFunction(f, instance, link, result);
    instance.last = recorder.event('passed', instance, toTraceValue(result), link, instance.last);
    return result;
  }
}

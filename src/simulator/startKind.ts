import type { ProgramNodeOf } from '#program/program.ts';
import { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { DeferredList, gatherResults } from '#reactor/deferredList.ts';
import type { Failure } from '#reactor/failure.ts';
import { fromCoroutine } from '#reactor/inlineCallbacks.ts';
import { KIND } from '#trace/eventKinds.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Instance } from './instance.ts';
import { recordedClock } from './recordedClock.ts';
import type { Starter } from './starter.ts';
import { toTraceValue } from './toTraceValue.ts';
import type { World } from './world.ts';

/** The members of a list, started where the list does that: their newest Deferreds. */
export function gatherMembers(
  { actions }: World,
  { members, startMembers }: ProgramNodeOf<'deferredList'>,
): readonly Deferred[] {
  if (startMembers) for (const member of members) actions.start(member);
  return members.map((member) => actions.deferredOf(member));
}

/** Makes the object of an instance. `moment` is that of an outside event, in seconds from now. */
export function startKind(
  world: World,
  { resources, startTask, jobs }: Starter,
  instance: Instance,
  members: readonly Deferred[],
  moment: number | null,
): void {
  const { driver, recorder, owners, draws, functions } = world;
  const { node } = instance.owner;
  const { own } = node;
  const clock = recordedClock(driver, recorder, () => instance);
  const f = own === null ? null : (): unknown => functions.call(own, instance, NO_LINK);
  switch (node.kind) {
    case 'callLater':
      clock.callLater(draws.seconds(node.delay), f ?? (() => null));
      break;
    case 'outsideEvent':
      clock.callLater(moment ?? 0, f ?? (() => null));
      break;
    case 'deferLater':
      owners.adopt(instance, deferLater(clock, draws.seconds(node.delay), f));
      break;
    case 'loopingCall':
      instance.owner.loop?.start(node.interval, node.now);
      break;
    case 'deferred':
      owners.adopt(instance, new Deferred(own === null ? null : cancellerOf(world, instance, own)));
      break;
    case 'deferredList':
      owners.adopt(instance, listOf(world, instance, node, members));
      break;
    case 'coroutine':
      if (own !== null) {
        const lost = (failure: Failure): void => {
          recorder.value(KIND.reported, instance, toTraceValue(failure));
        };
        owners.adopt(instance, fromCoroutine(functions.coroutine(own, instance), lost));
      }
      break;
    case 'cooperate':
      startTask(instance, node);
      break;
    case 'deferToThread':
      jobs?.start(instance);
      break;
    case 'guarded':
      resources.guard(instance, node.semaphore);
      break;
    case 'queueGet':
      resources.get(instance, node.queue);
      break;
    case 'semaphore':
    case 'queue':
    case 'service':
      break;
  }
}

function cancellerOf(
  { functions, recorder }: World,
  instance: Instance,
  own: number,
): (deferred: Deferred) => void {
  return (deferred) => {
    // Its cause is the cancel, not what last happened in the chain.
    functions.call(own, { ...instance, last: recorder.cause }, NO_LINK, deferred);
  };
}

function listOf(
  { recorder }: World,
  instance: Instance,
  node: ProgramNodeOf<'deferredList'>,
  members: readonly Deferred[],
): Deferred {
  const log = (failure: Failure): void => {
    recorder.value(KIND.loggedError, instance, toTraceValue(failure));
  };
  return node.gather
    ? gatherResults(members, node.consumeErrors, log)
    : new DeferredList(members, node, log);
}

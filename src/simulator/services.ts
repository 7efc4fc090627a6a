import { TaskFinished } from '#reactor/errors.ts';
import type { ProgramNodeOf } from '#program/program.ts';

import type { NodeRuntime } from './instance.ts';
import { runtimeOf, type World } from './world.ts';

/** Starts the members of a service that start with it, in document order. */
export function startMembers(world: World, { members }: ProgramNodeOf<'service'>): void {
  for (const member of members) {
    if (runtimeOf(world, member).node.starts === 'service') world.actions.start(member);
  }
}

/** Stops the members of a service in reverse order, the services among them first. */
export function stopMembers(world: World, { members }: ProgramNodeOf<'service'>): void {
  const runtimes = members.map((member) => runtimeOf(world, member)).toReversed();
  const isService = ({ node }: NodeRuntime): boolean => node.kind === 'service';
  for (const runtime of runtimes.filter(isService)) world.actions.stop(runtime.index);
  for (const runtime of runtimes) if (!isService(runtime)) stopMember(world, runtime);
}

function stopMember({ actions }: World, runtime: NodeRuntime): void {
  const { node, index, bound, loop } = runtime;
  switch (node.kind) {
    case 'loopingCall':
      if (loop?.running === true) actions.stop(index);
      break;
    case 'callLater':
    case 'outsideEvent':
      for (const { call } of runtime.moments) if (call?.active() === true) call.cancel();
      break;
    case 'cooperate':
      if (bound !== null) stopTask(actions, index);
      break;
    case 'semaphore':
    case 'queue':
    case 'service':
      break;
    default:
      if (bound !== null) actions.cancel(index);
  }
}

function stopTask(actions: World['actions'], index: number): void {
  try {
    actions.stop(index);
  } catch (thrown) {
    if (!(thrown instanceof TaskFinished)) throw thrown;
  }
}

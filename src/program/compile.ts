import { chainOf, ownFunction } from '#schedule/language.ts';
import type { ChainLink, Schedule, ScheduleNode } from '#schedule/schema.ts';

import { compileDuration, compileStep, type Resolve } from './compileStep.ts';
import type { Program, ProgramLink, ProgramNode } from './program.ts';

/**
 * Compiles a schedule that has passed the checks of `parseSchedule`.
 *
 * @throws Error where a reference leads nowhere: the schedule was not checked.
 */
export function compile(schedule: Schedule): Program {
  const node = resolver(schedule.nodes.map(({ id }) => id));
  const fn = resolver(Object.keys(schedule.functions));
  return {
    horizon: schedule.horizon,
    seed: schedule.seed,
    clock:
      schedule.clock === 'reactor'
        ? { is: 'reactor' }
        : { is: 'testClock', advances: schedule.advances },
    threadPool: schedule.threadPool,
    nodes: schedule.nodes.map((source) => compileNode(source, schedule, node, fn)),
    functions: Object.entries(schedule.functions).map(([name, { steps }]) => ({
      name,
      steps: steps.map((step, index) => compileStep(step, `${name}.${index}`, node)),
    })),
  };
}

function resolver(names: readonly string[]): Resolve {
  const indexes = new Map(names.map((name, index) => [name, index]));
  return (name) => {
    const index = indexes.get(name);
    if (index === undefined) throw new Error(`${name} does not exist: check the schedule first.`);
    return index;
  };
}

function compileNode(
  source: ScheduleNode,
  schedule: Schedule,
  node: Resolve,
  fn: Resolve,
): ProgramNode {
  const own = ownFunction(source);
  const base = {
    id: source.id,
    starts: source.starts,
    own: own === null ? null : fn(own),
    chain: chainOf(source).map((link) => compileLink(link, fn)),
  };
  switch (source.kind) {
    case 'callLater':
    case 'deferLater':
      return {
        ...base,
        kind: source.kind,
        delay: compileDuration(source.delay, `${source.id}.delay`),
      };
    case 'loopingCall': {
      const { kind, interval, now, withCount } = source;
      return { ...base, kind, interval, now, withCount };
    }
    case 'deferredList': {
      const { kind, members, startMembers, fireOnOneCallback, fireOnOneErrback } = source;
      const { consumeErrors, gather } = source;
      const flags = { startMembers, fireOnOneCallback, fireOnOneErrback, consumeErrors, gather };
      return { ...base, kind, members: members.map(node), ...flags };
    }
    case 'cooperate':
      return { ...base, kind: source.kind, count: source.count ?? null };
    case 'semaphore':
      return { ...base, kind: source.kind, tokens: source.tokens };
    case 'guarded':
      return { ...base, kind: source.kind, semaphore: node(source.semaphore) };
    case 'queue': {
      const { kind, size = null, backlog = null } = source;
      return { ...base, kind, size, backlog };
    }
    case 'queueGet':
      return { ...base, kind: source.kind, queue: node(source.queue) };
    case 'service':
      return { ...base, kind: source.kind, members: membersOf(schedule, source.id) };
    case 'outsideEvent':
      return { ...base, kind: source.kind, at: source.at };
    case 'deferred':
    case 'coroutine':
    case 'deferToThread':
      return { ...base, kind: source.kind };
  }
}

function membersOf(schedule: Schedule, service: string): readonly number[] {
  return schedule.nodes.flatMap((node, index) => (node.service === service ? [index] : []));
}

function compileLink(link: ChainLink, fn: Resolve): ProgramLink {
  const side = (name: string | undefined): number | null => (name === undefined ? null : fn(name));
  return {
    callback: side(link.both ?? link.callback),
    errback: side(link.both ?? link.errback),
    timeout: link.timeout ?? null,
  };
}

import { assertNever } from '#base/assertNever.ts';
import { chainOf, ownFunction } from '#schedule/language.ts';
import type { ChainLink, Schedule, ScheduleNode, Step } from '#schedule/schema.ts';

import type { Program, ProgramLink, ProgramNode, ProgramStep } from './program.ts';

/**
 * Compiles a schedule that has passed the checks of `parseSchedule`.
 *
 * @throws Error where a reference leads nowhere: the schedule was not checked.
 */
export function compile(schedule: Schedule): Program {
  const nodeIndexes = new Map(schedule.nodes.map((node, index) => [node.id, index]));
  const names = Object.keys(schedule.functions);
  const functionIndexes = new Map(names.map((name, index) => [name, index]));
  const resolve = (indexes: ReadonlyMap<string, number>, name: string): number => {
    const index = indexes.get(name);
    if (index === undefined) throw new Error(`${name} does not exist: check the schedule first.`);
    return index;
  };
  const node = (id: string): number => resolve(nodeIndexes, id);
  const fn = (name: string | null | undefined): number | null =>
    name === null || name === undefined ? null : resolve(functionIndexes, name);
  return {
    horizon: schedule.horizon,
    nodes: schedule.nodes.map((source) => compileNode(source, fn)),
    functions: Object.entries(schedule.functions).map(([name, { steps }]) => ({
      name,
      steps: steps.map((step) => compileStep(step, node)),
    })),
  };
}

type ResolveFunction = (name: string | null | undefined) => number | null;

function compileNode(node: ScheduleNode, fn: ResolveFunction): ProgramNode {
  return {
    id: node.id,
    kind: node.kind,
    starts: node.starts,
    seconds: secondsOf(node),
    now: node.kind === 'loopingCall' && node.now,
    withCount: node.kind === 'loopingCall' && node.withCount,
    own: fn(ownFunction(node)),
    chain: chainOf(node).map((link) => compileLink(link, fn)),
  };
}

function secondsOf(node: ScheduleNode): number {
  if (node.kind === 'loopingCall') return node.interval;
  return 'delay' in node ? node.delay : 0;
}

function compileLink(link: ChainLink, fn: ResolveFunction): ProgramLink {
  return { callback: fn(link.both ?? link.callback), errback: fn(link.both ?? link.errback) };
}

function compileStep(step: Step, node: (id: string) => number): ProgramStep {
  const when = step.when ?? null;
  switch (step.do) {
    case 'block':
      return { when, do: step.do, seconds: step.for };
    case 'log':
      return { when, do: step.do, text: step.text };
    case 'start':
    case 'stop':
    case 'cancel':
      return { when, do: step.do, node: node(step.node) };
    case 'fire':
      return { when, do: step.do, node: node(step.node), value: step.value };
    case 'fail':
      return { when, do: step.do, node: node(step.node), error: step.error };
    case 'return':
      return step.input === true
        ? { when, do: 'returnInput' }
        : { when, do: 'return', value: step.value ?? null };
    case 'returnDeferred':
      return { when, do: step.do, node: node(step.node), start: step.start === true };
    case 'raise':
      return { when, do: step.do, error: step.error };
    case 'stopReactor':
      return { when, do: step.do };
    default:
      return assertNever(step);
  }
}

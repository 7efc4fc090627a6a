import type { RunState } from '#trace/runState.ts';
import { encodeInstance } from '#trace/traceColumns.ts';
import type { Trace } from '#trace/traceTable.ts';

import type { ObjectState } from './objectFold/objectState.ts';

/** All that a state says, in a form that can be compared. */
export function stateContents(trace: Trace, state: RunState): unknown {
  const { nodes } = trace.header;
  const byNode = <T>(read: (node: number) => T | null): ReadonlyMap<number, T> =>
    new Map(
      nodes.flatMap((_, node) => {
        const found = read(node);
        return found === null ? [] : [[node, found] as const];
      }),
    );
  const { count, time, tickDue, passes, inPass, stopRequested, pool } = state;
  return {
    count,
    time,
    tickDue,
    passes,
    inPass,
    stopRequested,
    instanceCount: state.instanceCount,
    instances: state.instances(),
    ofNodes: nodes.map((_, node) => state.instancesOf(node)),
    newest: byNode((node) => state.newest(node)),
    calls: functionNames(trace).map((name) => [name, state.calls(name)]),
    semaphores: byNode((node) => state.semaphore(node)),
    queues: byNode((node) => state.queue(node)),
    pool,
  };
}

/** The same of a state in objects. */
export function objectContents(trace: Trace, state: ObjectState): unknown {
  const { nodes } = trace.header;
  const { count, time, tickDue, passes, inPass, stopRequested, pool } = state;
  const instances = [...state.instances.values()];
  const queues = nodes.flatMap(({ kind }, node) =>
    kind === 'queue'
      ? [[node, state.queues.get(node) ?? { stored: [], waiting: [] }] as const]
      : [],
  );
  return {
    count,
    time,
    tickDue,
    passes,
    inPass,
    stopRequested,
    instanceCount: instances.length,
    instances,
    ofNodes: nodes.map((_, node) => instances.filter((instance) => instance.node === node)),
    newest: new Map(
      [...state.newest]
        .sort(([a], [b]) => a - b)
        .map(([node, number]) => [node, state.instances.get(encodeInstance(node, number))]),
    ),
    calls: functionNames(trace).map((name) => [name, state.calls.get(name) ?? 0]),
    semaphores: state.semaphores,
    queues: new Map(queues),
    pool,
  };
}

function functionNames(trace: Trace): readonly string[] {
  const names = trace.header.nodes.flatMap(({ own, links }) => [
    own,
    ...links.flatMap(({ callback, errback }) => [callback, errback]),
  ]);
  return [...new Set(names.map((name) => name ?? ''))];
}

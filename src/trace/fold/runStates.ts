import { KIND } from '#trace/eventKinds.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import type { PendingCall, RunState } from '#trace/runState.ts';

import { createImageReader } from './imageReader.ts';
import { DUE, INSTANCE, NODE, NO_EVENT, START, TIMEOUT } from './instanceRow.ts';
import { createLineReader } from './lineReader.ts';
import { singleAt, type StateImage } from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/** Makes what views read of the images of a trace. */
export function createRunStates(facts: TraceFacts): (image: StateImage) => RunState {
  const { trace, program } = facts;
  const reader = createImageReader(facts);
  const lines = createLineReader(facts, reader);

  const inOrder = (image: StateImage, slots: readonly number[]): readonly InstanceState[] => {
    const startOf = (slot: number): number => {
      const { row, at } = reader.rowOf(image, slot);
      return row[at + START] as number;
    };
    return slots
      .toSorted((a, b) => startOf(a) - startOf(b))
      .map((slot) => reader.instance(image, slot));
  };

  return (image) => {
    const { count, tick, passes, inPass, stopRequested, instances } = image.totals;
    return {
      count,
      get time() {
        return count === 0 ? 0 : trace.timeAt(count - 1);
      },
      instanceCount: instances,
      instances: () => inOrder(image, reader.slots(image)),
      instancesOf: (node) => inOrder(image, reader.slotsOf(image, node)),
      newest(node) {
        const slot = reader.newestOf(image, node);
        return slot < 0 ? null : reader.instance(image, slot);
      },
      calls(name) {
        const row = program.functions.get(name);
        return row === undefined ? 0 : singleAt(image.calls, row);
      },
      semaphore(node) {
        const row = program.nodes[node]?.row ?? -1;
        if (row < 0 || program.header.nodes[node]?.kind !== 'semaphore') return null;
        return lines.semaphore(image, row);
      },
      queue(node) {
        const row = program.nodes[node]?.row ?? -1;
        if (row < 0 || program.header.nodes[node]?.kind !== 'queue') return null;
        return lines.queue(image, row);
      },
      get pool() {
        return lines.pool(image);
      },
      pendingCalls: () => pendingCalls(image),
      tickDue: tick === NO_EVENT ? null : trace.numberAt(tick),
      passes,
      inPass,
      stopRequested,
    };
  };

  /** Whether a loop went on to the next point of its grid: it stands there since it was started. */
  function isOnGrid(scheduled: number): boolean {
    return (
      program.header.clock === 'reactor' &&
      scheduled > 0 &&
      trace.kindCodeAt(scheduled - 1) === KIND.looped &&
      (program.header.nodes[trace.nodeAt(scheduled)]?.interval ?? 0) > 0
    );
  }

  function pendingCalls(image: StateImage): readonly PendingCall[] {
    const calls: { readonly made: number; readonly call: PendingCall }[] = [];
    const add = (
      of: PendingCall['of'],
      scheduled: number,
      link: number | null,
      made = scheduled,
    ): void => {
      calls.push({ made, call: { of, link, due: trace.numberAt(scheduled) } });
    };
    for (const slot of reader.slots(image)) {
      const { row, at, lists } = reader.rowOf(image, slot);
      const due = row[at + DUE] as number;
      const timeout = row[at + TIMEOUT] as number;
      if (due === NO_EVENT && timeout === NO_EVENT) continue;
      const of = { node: row[at + NODE] as number, instance: row[at + INSTANCE] as number };
      if (due !== NO_EVENT) add(of, due, null, isOnGrid(due) ? row[at + START] : due);
      for (const made of lists.dues) add(of, made, null);
      if (timeout !== NO_EVENT) add(of, timeout, trace.linkAt(timeout));
      for (const made of lists.timeouts) add(of, made, trace.linkAt(made));
    }
    const { tick } = image.totals;
    if (tick !== NO_EVENT) add(null, tick, null);
    return calls.sort((a, b) => a.call.due - b.call.due || a.made - b.made).map(({ call }) => call);
  }
}

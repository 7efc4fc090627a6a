import { KIND, KINDS, type EventKind } from '#trace/eventKinds.ts';
import { MOST_ROWS, REACTOR_ROW } from '#trace/traceColumns.ts';
import { NO_INSTANCE, NO_LINK } from '#trace/traceHeader.ts';

import { callChanges } from './callChanges.ts';
import type { Changes } from './change.ts';
import { deferredChanges } from './deferredChanges.ts';
import { createInstanceSlots } from './instanceSlots.ts';
import { LAST, NEWER, ROW_WIDTH } from './instanceRow.ts';
import { kindChanges } from './kindChanges.ts';
import { lineChanges } from './lineChanges.ts';
import { PAGE_BITS, PAGE_MASK, WIDE_BITS, WIDE_MASK } from './pages.ts';
import { reactorChanges } from './reactorChanges.ts';
import { createResourceTable } from './resourceTable.ts';
import { StateTables, type StateImage } from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/** A state that the events of a trace are written into, one after the other. */
export interface Fold {
  /** How many events are in it. */
  readonly count: number;
  /** Takes the next events, until there are `count` in it. */
  advance(count: number): void;
  /** The state now, independent of later events. */
  share(): StateImage;
  /** Goes on from a state of the same trace. */
  restore(image: StateImage): void;
  /** Bytes that an image takes beside the last one: see {@link StateTables}. */
  readonly freshBytes: number;
  takeFreshBytes(): number;
}

/** A fold of a trace from its beginning. */
export function createFold(facts: TraceFacts): Fold {
  const { trace, program } = facts;
  const tables = new StateTables();
  const { rows, calls } = tables;
  const resources = createResourceTable(tables, facts);
  const slots = createInstanceSlots(tables, facts);
  const ofInstances: Changes = {
    ...callChanges(tables, facts),
    ...deferredChanges(facts),
    ...kindChanges(facts),
    ...lineChanges(tables, facts, resources),
  };
  const changes = byCode(ofInstances);
  const ofReactor = byCode(reactorChanges(tables));

  const countCall = (node: number, sequence: number): void => {
    const functions = program.nodes[node]?.functions;
    const link = trace.linkAt(sequence);
    const isFailure = link !== NO_LINK && trace.valueAt(sequence)?.is === 'failure';
    const row = functions?.[link === NO_LINK ? 0 : 1 + 2 * link + (isFailure ? 1 : 0)] ?? 0;
    const page = calls.own(row >> WIDE_BITS);
    page[row & WIDE_MASK] = (page[row & WIDE_MASK] as number) + 1;
  };
  const apply = (sequence: number, code: number, node: number, instance: number): void => {
    if (node === REACTOR_ROW) {
      ofReactor[code]?.(sequence);
      return;
    }
    if (instance === NO_INSTANCE) {
      const row = program.nodes[node]?.row ?? -1;
      if (code === KIND.put) resources.store(row, sequence);
      if (code === KIND.handed) resources.hand(row, sequence);
      return;
    }
    if (code === KIND.started) {
      slots.begin(node, instance, sequence);
      return;
    }
    if (code === KIND.entered) countCall(node, sequence);
    const change = changes[code];
    if (change === null || change === undefined) return;
    const slot = slots.find(node, instance);
    if (slot < 0) return;
    const row = rows.own(slot >> PAGE_BITS);
    const at = (slot & PAGE_MASK) * ROW_WIDTH;
    change(row, at, sequence, slot);
    row[at + LAST] = sequence;
    if ((row[at + NEWER] as number) >= 0) slots.forgetIfSettled(slot, row, at);
  };

  return {
    get count() {
      return tables.totals.count;
    },
    advance(count) {
      let sequence = tables.totals.count;
      while (sequence < count) {
        const { kind, node, instance } = trace.columnsAt(sequence);
        const first = sequence - (sequence % MOST_ROWS);
        const end = Math.min(count, first + MOST_ROWS);
        for (; sequence < end; sequence += 1) {
          const row = sequence - first;
          apply(sequence, kind[row] as number, node[row] as number, instance[row] as number);
        }
      }
      tables.totals.count = sequence;
    },
    share: () => tables.share(),
    restore: (image) => tables.restore(image),
    get freshBytes() {
      return tables.freshBytes;
    },
    takeFreshBytes: () => tables.takeFreshBytes(),
  };
}

/** What is given by kind, by the kind's code. */
function byCode<T>(entries: Partial<Readonly<Record<EventKind, T>>>): readonly (T | null)[] {
  return KINDS.map((kind) => entries[kind] ?? null);
}

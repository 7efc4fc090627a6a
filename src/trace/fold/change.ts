import type { EventKind } from '#trace/eventKinds.ts';

/** Writes what an event changes of the instance that it is of: of the row at `at` in `row`. */
export type Change = (row: Int32Array, at: number, sequence: number, slot: number) => void;

/** Changes by the kind of their events. */
export type Changes = Partial<Readonly<Record<EventKind, Change>>>;

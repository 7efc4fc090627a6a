import { KIND, KINDS, type EventKind } from './eventKinds.ts';
import { SequenceList } from './sequenceList.ts';
import { MOST_ROWS, REACTOR_ROW, type TraceColumns } from './traceColumns.ts';
import { NO_CAUSE, REACTOR } from './traceHeader.ts';
import type { Trace } from './traceTable.ts';

/** Finds the events of a trace by node, by kind and by cause. By time, the trace itself does. */
export interface TraceIndex {
  /** Takes in the events that have come, so that whoever asks next need not wait for that. */
  follow(): void;
  /** The events of a node, or of the reactor. */
  ofNode(node: number): SequenceList;
  ofKind(kind: EventKind): SequenceList;
  /** The events that have this one as their cause, in order: `most` of them at most. */
  effectsOf(sequence: number, most: number): readonly number[];
  /** How many there are: in time that grows with their number. */
  countEffects(sequence: number): number;
  /** The next event with the same cause, in a direction; null where there is none. */
  siblingOf(sequence: number, direction: 1 | -1): number | null;
}

const indexes = new WeakMap<Trace, TraceIndex>();

/** The index of a trace. It is made when it is first asked, and follows the trace as that grows. */
export function indexOf(trace: Trace): TraceIndex {
  const known = indexes.get(trace);
  if (known !== undefined) return known;
  const index = createTraceIndex(trace);
  indexes.set(trace, index);
  return index;
}

function createTraceIndex(trace: Trace): TraceIndex {
  const byNode = trace.header.nodes.map(() => new SequenceList());
  const byKind = KINDS.map(() => new SequenceList());
  const reactor = new SequenceList();
  const effects = new EffectChains();
  let read = 0;

  const readRows = ({ node, kind, cause }: TraceColumns, from: number, to: number): void => {
    for (let row = from; row < to; row += 1) {
      const sequence = read + row - from;
      const of = node[row] as number;
      (of === REACTOR_ROW ? reactor : byNode[of])?.push(sequence);
      byKind[kind[row] as number]?.push(sequence);
      effects.add(sequence, cause[row] as number);
    }
  };
  const readOn = (): void => {
    const { length } = trace;
    if (read === length) return;
    effects.makeRoom(length);
    while (read < length) {
      const row = read % MOST_ROWS;
      const rows = Math.min(MOST_ROWS, row + length - read);
      readRows(trace.columnsAt(read), row, rows);
      read += rows - row;
    }
  };
  return {
    follow: readOn,
    ofNode(node) {
      readOn();
      return (node === REACTOR ? reactor : byNode[node]) ?? new SequenceList();
    },
    ofKind(kind) {
      readOn();
      return byKind[KIND[kind]] ?? new SequenceList();
    },
    effectsOf(sequence, most) {
      readOn();
      return effects.of(sequence, most);
    },
    countEffects(sequence) {
      readOn();
      return effects.count(sequence);
    },
    siblingOf(sequence, direction) {
      readOn();
      return direction === 1 ? effects.after(sequence) : siblingBefore(trace, sequence);
    },
  };
}

/** The last event before this one with the same cause. It is looked for back to that: chains lead on only. */
function siblingBefore(trace: Trace, sequence: number): number | null {
  const wanted = trace.causeAt(sequence);
  if (wanted === NO_CAUSE) return null;
  for (let end = sequence; end > wanted + 1;) {
    const start = Math.max(wanted + 1, end - 1 - ((end - 1) % MOST_ROWS));
    const { cause } = trace.columnsAt(start);
    for (let other = end - 1; other >= start; other -= 1) {
      if (cause[other % MOST_ROWS] === wanted) return other;
    }
    end = start;
  }
  return null;
}

/** The effects of each event, chained: 12 bytes an event, whatever has how many. */
class EffectChains {
  #first = new Int32Array(0);
  #last = new Int32Array(0);
  #next = new Int32Array(0);

  makeRoom(length: number): void {
    if (length <= this.#first.length) return;
    const room = Math.max(length, this.#first.length * 2);
    this.#first = enlarged(this.#first, room);
    this.#last = enlarged(this.#last, room);
    this.#next = enlarged(this.#next, room);
  }

  add(sequence: number, cause: number): void {
    if (cause === NO_CAUSE) return;
    const last = this.#last[cause] as number;
    if (last === NONE) this.#first[cause] = sequence;
    else this.#next[last] = sequence;
    this.#last[cause] = sequence;
  }

  of(sequence: number, most: number): readonly number[] {
    const found: number[] = [];
    let effect = this.#first[sequence] ?? NONE;
    while (effect !== NONE && found.length < most) {
      found.push(effect);
      effect = this.#next[effect] as number;
    }
    return found;
  }

  count(sequence: number): number {
    let count = 0;
    for (let at = this.#first[sequence] ?? NONE; at !== NONE; at = this.#next[at] as number) {
      count += 1;
    }
    return count;
  }

  after(sequence: number): number | null {
    const next = this.#next[sequence] ?? NONE;
    return next === NONE ? null : next;
  }
}

const NONE = -1;

function enlarged(array: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room).fill(NONE, array.length);
  larger.set(array);
  return larger;
}

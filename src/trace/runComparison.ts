import type { Seconds } from '#base/units.ts';

import { CodeList } from './codeList.ts';
import { ComparedNode, type NodeComparison } from './comparedNode.ts';
import { FailureReader } from './failureReader.ts';
import { CountedFigures } from './nodeFigures.ts';
import { isSmallPrint } from './smallPrint.ts';
import { NO_EVENT, SAME, StreamMatch, type StreamChains } from './streamMatch.ts';
import { REACTOR } from './traceHeader.ts';
import type { Trace } from './traceTable.ts';

/** What an event of one run is to the other run. */
export type Difference =
  /** Only the earlier run has it. */
  | { readonly is: 'gone'; readonly pinned: number }
  /** Only the present run has it. */
  | { readonly is: 'new'; readonly own: number }
  /** Both have it, at another time or with another value. */
  | {
      readonly is: 'moved' | 'changed';
      readonly own: number;
      readonly pinned: number;
      /** By how much it is later than in the earlier run; negative where it is earlier. */
      readonly by: Seconds;
    };

/** A run with the time up to which it is known. */
export interface ComparedRun {
  readonly trace: Trace;
  readonly until: Seconds;
  /** Whether it was stopped there within an instant, of which the rest is missing. */
  readonly isCut: boolean;
}

/**
 * Compares two runs, a bit at a time. Events of one kind, at one link of the node with the same id,
 * belong to each other where they are at the same time; what is left over between two such pairs
 * belongs to each other in its order, and has moved; what is left over then is gone or new. So one
 * tick that is missed is one that is gone, whatever comes after it. What the event list keeps for its
 * details is not compared, nor the reactor's own events, nor what happens after the shorter run's
 * end. Of an event that has moved it is not said whether its value is another.
 */
export class RunComparison {
  readonly pinned: ComparedRun;
  readonly own: ComparedRun;
  /** Up to this time the runs are compared. */
  readonly until: Seconds;
  readonly #nodes: readonly ComparedNode[];
  readonly #pinnedNodes: readonly ComparedNode[];
  readonly #ownNodes: readonly ComparedNode[];
  readonly #ends: readonly [pinned: number, own: number];
  readonly #streams = new Map<ComparedNode, Map<number, StreamMatch>>();
  readonly #chains: StreamChains;
  /** Which event of the earlier run belongs to one of the present run. */
  readonly #partner: Int32Array;
  readonly #failures = { pinned: new FailureReader(), own: new FailureReader() };
  #readPinned = 0;
  #matchedOwn = 0;
  #readOwn = 0;
  #readGone = 0;
  readonly #isMatched: Uint8Array;
  /** Events of the present run that are new, moved or changed. */
  readonly #ownCodes = new CodeList();
  /** The same, and as `-1 - event` those of the earlier run that are gone; in the order of time. */
  readonly #codes = new CodeList();
  /** How many of the present run's are among them. */
  #merged = 0;
  #firstTime: Seconds = Infinity;
  #mostMoved: Seconds = 0;

  /** `until`: each of the runs is known so far; nothing is read yet. */
  constructor(pinned: ComparedRun, own: ComparedRun) {
    this.pinned = pinned;
    this.own = own;
    this.until = Math.min(knownOf(pinned), knownOf(own));
    // The instant in which a run was cut is not whole: what it lacks is not gone.
    const isWhole = ![pinned, own].some((run) => run.isCut && knownOf(run) === this.until);
    this.#ends = [
      pinned.trace.countUntil(this.until, isWhole),
      own.trace.countUntil(this.until, isWhole),
    ];
    const byId = new Map<string, ComparedNode>();
    const nodesOf = (trace: Trace): readonly ComparedNode[] =>
      trace.header.nodes.map(({ id }) => {
        const node = byId.get(id) ?? new ComparedNode(id);
        byId.set(id, node);
        return node;
      });
    this.#ownNodes = nodesOf(own.trace);
    this.#pinnedNodes = nodesOf(pinned.trace);
    for (const node of this.#ownNodes) node.own = new CountedFigures();
    for (const node of this.#pinnedNodes) node.pinned = new CountedFigures();
    this.#nodes = [...byId.values()];
    this.#isMatched = new Uint8Array(this.#ends[0]);
    this.#partner = new Int32Array(this.#ends[1]).fill(NO_EVENT);
    this.#chains = {
      pinnedNext: new Int32Array(this.#ends[0]),
      ownNext: new Int32Array(this.#ends[1]),
      pinnedTime: (event) => pinned.trace.timeAt(event),
      ownTime: (event) => own.trace.timeAt(event),
      pair: (earlier, present) => {
        this.#isMatched[earlier] = 1;
        this.#partner[present] = earlier;
      },
    };
  }

  /** Which part of the events has been read, from 0 to 1. */
  get progress(): number {
    const [pinned, own] = this.#ends;
    const all = 2 * (pinned + own);
    const read = this.#readPinned + this.#matchedOwn + this.#readOwn + this.#readGone;
    return all === 0 ? 1 : read / all;
  }

  get isDone(): boolean {
    const [pinned, own] = this.#ends;
    return this.#readOwn === own && this.#readGone === pinned;
  }

  /** How many differences there are; none before the comparison is done. */
  get count(): number {
    return this.isDone ? this.#codes.length : 0;
  }

  /** By how much an event has moved at most. */
  get mostMoved(): Seconds {
    return this.#mostMoved;
  }

  /** Reads on, `most` events at most. */
  advance(most: number): void {
    const [pinnedEnd, ownEnd] = this.#ends;
    let left = most;
    for (; left > 0 && this.#readPinned < pinnedEnd; left -= 1) this.#readPinnedEvent();
    if (this.#readPinned < pinnedEnd) return;
    for (; left > 0 && this.#matchedOwn < ownEnd; left -= 1) this.#matchOwnEvent();
    if (this.#matchedOwn < ownEnd) return;
    if (this.#readOwn === 0) this.#drain();
    for (; left > 0 && this.#readOwn < ownEnd; left -= 1) this.#readOwnEvent();
    if (this.#readOwn < ownEnd) return;
    for (; left > 0 && this.#readGone < pinnedEnd; left -= 1) this.#readGoneEvent();
    if (!this.isDone) return;
    this.#codes.addFrom(this.#ownCodes, this.#merged);
    this.#merged = this.#ownCodes.length;
  }

  /** A difference by its place in the order of time. */
  at(index: number): Difference {
    const code = this.#codes.at(index);
    if (code < 0) return { is: 'gone', pinned: -1 - code };
    const pinned = this.#partner[code] ?? NO_EVENT;
    if (pinned === NO_EVENT) return { is: 'new', own: code };
    const by = this.own.trace.timeAt(code) - this.pinned.trace.timeAt(pinned);
    return { is: Math.abs(by) > SAME ? 'moved' : 'changed', own: code, pinned, by };
  }

  /** When a difference is: in the present run, or where it is gone in the earlier one. */
  timeOf(index: number): Seconds {
    const code = this.#codes.at(index);
    return code < 0 ? this.pinned.trace.timeAt(-1 - code) : this.own.trace.timeAt(code);
  }

  /**
   * When the runs begin to differ: of an event that moved, the earlier of its two times. Null where
   * they never do.
   */
  get firstTime(): Seconds | null {
    return this.count === 0 ? null : this.#firstTime;
  }

  /** What happened to each node in both runs: the present run's nodes, then those that are gone. */
  nodes(): readonly NodeComparison[] {
    return this.#nodes.map((node) => node.read());
  }

  #readPinnedEvent(): void {
    const { trace } = this.pinned;
    const event = this.#readPinned;
    this.#readPinned += 1;
    const node = nodeOf(trace, event, this.#pinnedNodes);
    if (node === null) return;
    node.pinned?.count(trace, event, this.#failures.pinned.read(trace, event));
    if (isSmallPrint(trace, event)) return;
    let streams = this.#streams.get(node);
    if (streams === undefined) this.#streams.set(node, (streams = new Map<number, StreamMatch>()));
    const key = streamKey(trace, event);
    let stream = streams.get(key);
    if (stream === undefined) streams.set(key, (stream = new StreamMatch(this.#chains)));
    stream.addPinned(event);
  }

  #matchOwnEvent(): void {
    const { trace } = this.own;
    const event = this.#matchedOwn;
    this.#matchedOwn += 1;
    const node = nodeOf(trace, event, this.#ownNodes);
    if (node === null) return;
    node.own?.count(trace, event, this.#failures.own.read(trace, event));
    if (isSmallPrint(trace, event)) return;
    this.#streams.get(node)?.get(streamKey(trace, event))?.addOwn(event);
  }

  #drain(): void {
    for (const streams of this.#streams.values()) {
      for (const stream of streams.values()) stream.drain();
    }
  }

  #readOwnEvent(): void {
    const { trace } = this.own;
    const event = this.#readOwn;
    this.#readOwn += 1;
    const node = nodeOf(trace, event, this.#ownNodes);
    if (node === null) return;
    if (isSmallPrint(trace, event)) return;
    const pinned = this.#partner[event] ?? NO_EVENT;
    if (pinned === NO_EVENT) {
      node.added += 1;
      this.#add(event, trace.timeAt(event));
      return;
    }
    const [time, before] = [trace.timeAt(event), this.pinned.trace.timeAt(pinned)];
    const by = Math.abs(time - before);
    if (by > SAME) {
      node.moved += 1;
      this.#mostMoved = Math.max(this.#mostMoved, by);
    } else if (isSameValue(trace, event, this.pinned.trace, pinned)) return;
    else node.changed += 1;
    this.#add(event, Math.min(time, before));
  }

  /** One step: a difference of the present run that is earlier is put before one that is gone. */
  #readGoneEvent(): void {
    const { trace } = this.pinned;
    const event = this.#readGone;
    const node = nodeOf(trace, event, this.#pinnedNodes);
    if (node === null || this.#isMatched[event] === 1 || isSmallPrint(trace, event)) {
      this.#readGone += 1;
      return;
    }
    const time = trace.timeAt(event);
    const code = this.#ownCodes.at(this.#merged);
    if (this.#merged < this.#ownCodes.length && this.own.trace.timeAt(code) < time) {
      this.#codes.push(code);
      this.#merged += 1;
      return;
    }
    this.#readGone += 1;
    node.gone += 1;
    this.#codes.push(-1 - event);
    this.#firstTime = Math.min(this.#firstTime, time);
  }

  #add(event: number, time: Seconds): void {
    this.#ownCodes.push(event);
    this.#firstTime = Math.min(this.#firstTime, time);
  }
}

/** One that was cut is known up to its last event: it may lack one between that and its end. */
function knownOf({ trace, until, isCut }: ComparedRun): Seconds {
  return isCut && trace.length > 0 ? Math.min(until, trace.timeAt(trace.length - 1)) : until;
}

function nodeOf(trace: Trace, event: number, nodes: readonly ComparedNode[]): ComparedNode | null {
  const node = trace.nodeAt(event);
  return node === REACTOR ? null : (nodes[node] ?? null);
}

/** Kind and link of an event as one number. */
function streamKey(trace: Trace, event: number): number {
  return trace.kindCodeAt(event) * 32_768 + trace.linkAt(event) + 1;
}

/** Whether two events at the same time say the same. */
function isSameValue(own: Trace, event: number, other: Trace, pinned: number): boolean {
  const [a, b] = [own.eventAt(event), other.eventAt(pinned)];
  if (a.kind === 'skipped' || a.kind === 'blocked') return a.number === b.number;
  return a.value === b.value || JSON.stringify(a.value) === JSON.stringify(b.value);
}

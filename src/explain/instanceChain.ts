import { partitionPoint } from '#base/binarySearch.ts';
import type { EventKind } from '#trace/eventKinds.ts';
import { KIND } from '#trace/eventKinds.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import { NO_LINK } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

/** What happens to a Deferred itself, whatever function does it. */
const OF_DEFERRED: readonly EventKind[] = [
  'fired',
  'failed',
  'passed',
  'waits',
  'resumed',
  'taken',
  'cancelled',
  'unhandled',
  'handled',
  'reported',
  'became',
  'pauseCalled',
  'resumeCalled',
  'timeoutSet',
  'timeoutCleared',
  'timedOut',
];

/** What happens to a function: of the chain where it stands at a link. */
const OF_FUNCTION: readonly EventKind[] = ['entered', 'returned', 'returnedDeferred', 'raised'];

const DEFERRED_CODES: ReadonlySet<number> = new Set(OF_DEFERRED.map((kind) => KIND[kind]));
const FUNCTION_CODES: ReadonlySet<number> = new Set(OF_FUNCTION.map((kind) => KIND[kind]));

/**
 * Whether what a node calls itself is the first link of its chain: deferLater adds it to the Deferred
 * that its timer fires.
 */
export function callsOwnInChain(kind: string): boolean {
  return kind === 'deferLater';
}

/** Whether an event happened in the chain of a Deferred. */
export function isChainEvent(trace: Trace, sequence: number): boolean {
  const kind = trace.header.nodes[trace.nodeAt(sequence)]?.kind;
  return kind !== undefined && isInChain(trace, sequence, callsOwnInChain(kind));
}

function isInChain(trace: Trace, sequence: number, ownLink: boolean): boolean {
  const code = trace.kindCodeAt(sequence);
  return (
    DEFERRED_CODES.has(code) ||
    (FUNCTION_CODES.has(code) && (ownLink || trace.linkAt(sequence) !== NO_LINK))
  );
}

/** A start of a node: the number of the instance, and its event. */
export interface InstanceStart {
  readonly instance: number;
  readonly sequence: number;
}

/** The events of a node's chains, found once and followed as the trace grows. */
export class NodeChains {
  readonly #trace: Trace;
  readonly #node: number;
  readonly #starts: number[] = [];
  readonly #ofInstance = new Map<number, number[]>();
  readonly #ownLink: boolean;
  #read = 0;

  constructor(trace: Trace, node: number) {
    this.#trace = trace;
    this.#node = node;
    this.#ownLink = callsOwnInChain(trace.header.nodes[node]?.kind ?? '');
  }

  /** The number of the newest instance after the first `count` events of the run; null: none yet. */
  newestAt(count: number): number | null {
    this.#follow();
    const starts = this.#starts;
    const found = partitionPoint(0, starts.length, (index) => (starts[index] ?? count) >= count);
    return found === 0 ? null : found;
  }

  /**
   * The starts of the instances around one, `most` of them at most, in order; `count` says how far the
   * run is known, so that whoever remembers the answer asks again when it is longer.
   */
  around(instance: number, most: number, count: number): readonly InstanceStart[] {
    this.#follow();
    const until = partitionPoint(
      0,
      this.#starts.length,
      (index) => (this.#starts[index] ?? count) >= count,
    );
    const first = Math.max(0, Math.min(instance - 1 - Math.floor(most / 2), until - most));
    return this.#starts.slice(first, Math.min(until, first + most)).map((sequence, index) => ({
      instance: first + index + 1,
      sequence,
    }));
  }

  /** The sequence numbers of what happened in the chain of an instance, in order. */
  events(instance: number): readonly number[] {
    this.#follow();
    return this.#ofInstance.get(instance) ?? NONE;
  }

  #follow(): void {
    const list = indexOf(this.#trace).ofNode(this.#node);
    for (; this.#read < list.length; this.#read += 1) {
      const sequence = list.at(this.#read);
      if (sequence !== undefined) this.#take(sequence);
    }
  }

  #take(sequence: number): void {
    const trace = this.#trace;
    const code = trace.kindCodeAt(sequence);
    if (code === KIND.started) this.#starts.push(sequence);
    if (!isInChain(trace, sequence, this.#ownLink)) return;
    const instance = trace.instanceAt(sequence);
    const known = this.#ofInstance.get(instance);
    if (known === undefined) this.#ofInstance.set(instance, [sequence]);
    else known.push(sequence);
  }
}

const NONE: readonly number[] = [];

const chains = new WeakMap<Trace, Map<number, NodeChains>>();

/** The events of the chain of an instance, in order. */
export function chainEvents(trace: Trace, { node, instance }: InstanceRef): readonly number[] {
  return chainsOf(trace, node).events(instance);
}

/** The chains of a node; made when they are first asked for. */
export function chainsOf(trace: Trace, node: number): NodeChains {
  let byNode = chains.get(trace);
  if (byNode === undefined) chains.set(trace, (byNode = new Map<number, NodeChains>()));
  let found = byNode.get(node);
  if (found === undefined) byNode.set(node, (found = new NodeChains(trace, node)));
  return found;
}

import { freeIdentifier } from './identifier.ts';
import { takenNames } from './places.ts';
import type { Problem } from './problem.ts';
import type { ChainLink, Schedule, ScheduleFunction, ScheduleNode } from './schema.ts';

/**
 * A change of the document as data: what it is called in the history, and how it changes a draft.
 * `apply` mutates the draft it is given and nothing else; whoever runs it makes the draft and keeps
 * the patches.
 */
export interface ScheduleEdit {
  /** A short verb phrase for "undo: …", such as `set interval of poll`. */
  readonly label: string;
  /** Edits with the same key that follow each other quickly are one step of the history. */
  readonly mergeKey?: string;
  /** What it does beside what was asked, in sentences that are told once it is made. */
  readonly told?: string;
  apply(draft: Schedule): void;
  /** Why it cannot be made, where the result would be valid and yet not what was meant; else null. */
  fault?(schedule: Schedule): Problem | null;
}

/** @throws Error where the schedule has no such node: the caller's picture of it is stale. */
export function requireNode(draft: Schedule, id: string): ScheduleNode {
  const node = draft.nodes.find((candidate) => candidate.id === id);
  if (node === undefined) throw new Error(`There is no node ${id}.`);
  return node;
}

/** @throws Error where the schedule has no such function. */
export function requireFunction(draft: Schedule, name: string): ScheduleFunction {
  const found = Object.hasOwn(draft.functions, name) ? draft.functions[name] : undefined;
  if (found === undefined) throw new Error(`There is no function ${name}.`);
  return found;
}

/** @throws Error where the node gives no Deferred, or there is none. */
export function requireChain(draft: Schedule, id: string): ChainLink[] {
  const node = requireNode(draft, id);
  if ('chain' in node) return node.chain;
  throw new Error(`${id} is a ${node.kind} and has no chain.`);
}

/** Adds an empty function with a free name like `wanted`, and gives its name. */
export function newFunction(draft: Schedule, wanted: string): string {
  const name = freeIdentifier(wanted, takenNames(draft));
  draft.functions[name] = { steps: [] };
  return name;
}

/** Moves an item of a list of the draft to another index. */
export function moveItem<T>(list: T[], from: number, to: number): void {
  const [item] = list.splice(from, 1);
  if (item !== undefined) list.splice(to, 0, item);
}

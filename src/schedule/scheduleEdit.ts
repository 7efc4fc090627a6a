import type { Problem } from './problem.ts';
import type { Schedule, ScheduleFunction, ScheduleNode } from './schema.ts';

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

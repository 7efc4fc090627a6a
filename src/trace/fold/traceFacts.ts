import type { Trace } from '#trace/traceTable.ts';

import { programFacts, type ProgramFacts } from './programFacts.ts';

/**
 * What folds of a trace find out and what then holds for each of its states. It only grows: the
 * same events always give the same.
 */
export interface TraceFacts {
  readonly trace: Trace;
  readonly program: ProgramFacts;
  /** By node, then by instance less one: the slot that it has, or had. */
  readonly slots: readonly number[][];
  /** By row of a queue: each `put` of an object that was stored, in order. */
  readonly puts: readonly number[][];
}

/** The facts of a trace of which nothing was folded yet. */
export function traceFacts(trace: Trace): TraceFacts {
  const program = programFacts(trace.header);
  return {
    trace,
    program,
    slots: program.nodes.map(() => []),
    puts: program.resources.map(() => []),
  };
}

import type { Json } from '#base/json.ts';
import type { Seconds } from '#base/units.ts';
import type { ChainLink, Duration, NodeKind, ScheduleError, Step, When } from '#schedule/schema.ts';

/**
 * A number that stands for a node, a function or a step among those that can be named at its place:
 * the one at this index, counted round and round. So a sketch stays valid whatever is taken out of it.
 */
export type Choice = number;

/** A step that names no node, as it will stand in the document. */
interface PlainSketch {
  readonly act: 'plain';
  readonly step: Step;
}

/** A step that names a node, and does one of the things that can be done to it. */
interface ActingSketch {
  readonly act: 'node';
  readonly node: Choice;
  readonly verb: Choice;
  readonly when: When | undefined;
  /** So many calls of its function may start something with it; null: all. */
  readonly starts: number | null;
  readonly seconds: Seconds;
  readonly value: Json;
  readonly error: ScheduleError;
  /** Whether `await` and `returnDeferred` start the node. */
  readonly start: boolean;
  /** Whether `await` goes on after an error. */
  readonly goesOn: boolean;
}

export type StepSketch = PlainSketch | ActingSketch;

/** What a function is for: anything, a coroutine node, or a thread (and anything). */
export type Role = 'plain' | 'coroutine' | 'thread';

export interface FunctionSketch {
  readonly role: Role;
  readonly steps: readonly StepSketch[];
}

/** A link: which sides it has, and the functions on them. */
export interface LinkSketch {
  readonly form: 'callback' | 'errback' | 'both' | 'sides' | 'timeout';
  readonly first: Choice;
  readonly second: Choice;
  readonly seconds: NonNullable<ChainLink['timeout']>;
}

/** A node; a kind takes of it what it has. */
export interface NodeSketch {
  readonly kind: NodeKind;
  readonly startsWith: 'program' | 'service' | 'never';
  /** The service that it lives in, among those before it; null: none. */
  readonly service: Choice | null;
  readonly call: Choice;
  /** Whether it has the call that its kind may be without. */
  readonly calls: boolean;
  readonly delay: Duration;
  readonly interval: Seconds;
  readonly flags: readonly [boolean, boolean, boolean, boolean];
  readonly count: number | null;
  readonly size: number | null;
  readonly members: readonly Choice[];
  readonly target: Choice;
  readonly moments: readonly Seconds[];
  readonly chain: readonly LinkSketch[];
}

/** A schedule whose names are still to be chosen. */
export interface Sketch {
  readonly horizon: Seconds;
  readonly seed: number;
  readonly clock: 'reactor' | 'testClock';
  readonly advances: 'deadlines' | readonly Seconds[];
  readonly pool: { readonly min: number; readonly max: number };
  readonly functions: readonly FunctionSketch[];
  readonly nodes: readonly NodeSketch[];
}

import type { Json } from '#base/json.ts';
import type { Seconds } from '#base/units.ts';
import type { Distribution, ScheduleError, When } from '#schedule/schema.ts';

export type { Distribution };

/** A schedule with every name resolved to an index: what a simulation runs. Plain data. */
export interface Program {
  readonly horizon: Seconds;
  readonly seed: number;
  readonly clock: ProgramClock;
  readonly threadPool: { readonly min: number; readonly max: number };
  readonly nodes: readonly ProgramNode[];
  readonly functions: readonly ProgramFunction[];
}

/** The real reactor's iterations, or a `task.Clock` that is advanced: to each deadline, or by given amounts. */
export type ProgramClock =
  | { readonly is: 'reactor' }
  | { readonly is: 'testClock'; readonly advances: 'deadlines' | readonly Seconds[] };

/** A number of seconds, or one that is drawn each time, from the stream of its place. */
export type ProgramDuration = Seconds | { readonly draw: Distribution; readonly place: string };

/** What all nodes have; a node's index in the program is its identity in the trace. */
interface NodeBase {
  /** The node's id in the schedule. */
  readonly id: string;
  readonly starts: 'program' | 'service' | 'never';
  /** The function that the node calls itself (a Deferred: its canceller), or null. */
  readonly own: number | null;
  readonly chain: readonly ProgramLink[];
}

/** A node, with what its kind alone has. Other nodes are named by index. */
export type ProgramNode = NodeBase &
  (
    | { readonly kind: 'callLater' | 'deferLater'; readonly delay: ProgramDuration }
    | {
        readonly kind: 'loopingCall';
        readonly interval: Seconds;
        /** Whether the first call is at once. */
        readonly now: boolean;
        /** Whether its function gets the number of grid points passed. */
        readonly withCount: boolean;
      }
    | { readonly kind: 'deferred' | 'coroutine' | 'deferToThread' }
    | {
        readonly kind: 'deferredList';
        readonly members: readonly number[];
        readonly startMembers: boolean;
        readonly fireOnOneCallback: boolean;
        readonly fireOnOneErrback: boolean;
        readonly consumeErrors: boolean;
        readonly gather: boolean;
      }
    /** `count` null: endless. */
    | { readonly kind: 'cooperate'; readonly count: number | null }
    | { readonly kind: 'semaphore'; readonly tokens: number }
    | { readonly kind: 'guarded'; readonly semaphore: number }
    /** null: unlimited. */
    | { readonly kind: 'queue'; readonly size: number | null; readonly backlog: number | null }
    | { readonly kind: 'queueGet'; readonly queue: number }
    /** `members` in document order, whatever starts them. */
    | { readonly kind: 'service'; readonly members: readonly number[] }
    | { readonly kind: 'outsideEvent'; readonly at: readonly Seconds[] }
  );

/** The kind of a node. */
export type ProgramNodeKind = ProgramNode['kind'];

/** A node of one kind. */
export type ProgramNodeOf<K extends ProgramNodeKind> = ProgramNode & { readonly kind: K };

/** A link of a chain: the function on each rail, null where the rail runs through; or a timeout. */
export interface ProgramLink {
  readonly callback: number | null;
  readonly errback: number | null;
  readonly timeout: Seconds | null;
}

export interface ProgramFunction {
  readonly name: string;
  readonly steps: readonly ProgramStep[];
}

/** A Python exception that a step makes. */
export interface ProgramError extends ScheduleError {
  /** The class and its bases, up to Exception. */
  readonly line: readonly string[];
  /** The module of the class, as Python names it. */
  readonly module: string;
}

/** When a step runs: the document's conditions, with the stream that a chance is drawn from. */
export interface ProgramWhen extends When {
  readonly place: string;
}

/** A step with its condition; `node` is an index of the program's nodes. */
export type ProgramStep = { readonly when: ProgramWhen | null } & (
  | { readonly do: 'block'; readonly for: ProgramDuration }
  | { readonly do: 'log'; readonly text: string }
  | {
      readonly do: 'start' | 'stop' | 'cancel' | 'pause' | 'resume';
      readonly node: number;
    }
  | { readonly do: 'reset'; readonly node: number; readonly seconds: Seconds | null }
  | { readonly do: 'delay'; readonly node: number; readonly seconds: Seconds }
  | { readonly do: 'fire' | 'put'; readonly node: number; readonly value: Json }
  | { readonly do: 'fail'; readonly node: number; readonly error: ProgramError }
  | {
      readonly do: 'await';
      readonly node: number;
      readonly start: boolean;
      /** Whether an exception of the step is caught and the function goes on. */
      readonly goesOn: boolean;
    }
  | { readonly do: 'return'; readonly value: Json }
  | { readonly do: 'returnInput' }
  | { readonly do: 'returnDeferred'; readonly node: number; readonly start: boolean }
  | { readonly do: 'raise'; readonly error: ProgramError }
  | { readonly do: 'stopReactor' }
);

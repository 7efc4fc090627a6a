import type { Json } from '#base/json.ts';
import type { Seconds } from '#base/units.ts';

/** An operation on what fires later; all that it makes has a name. */
export type DeferredOperation =
  | readonly ['new', id: string, canceller: CancellerOf | null]
  | readonly ['add', id: string, label: string, callback: LinkAction, errback: LinkAction]
  | readonly ['fire', id: string, value: Json]
  | readonly ['fail', id: string, text: string]
  | readonly ['cancel' | 'pause' | 'unpause', id: string]
  | readonly ['timeout', id: string, label: string, limit: Seconds, converts: LinkAction | null]
  | readonly ['advance', amount: Seconds]
  | readonly ['list', id: string, elements: readonly string[], flags: readonly ListFlag[]]
  | readonly ['gather', id: string, elements: readonly string[], consumeErrors: boolean]
  | readonly ['start', id: string, how: 'yield' | 'await', steps: readonly Step[]]
  | PrimitiveOperation;

/** What a canceller does. */
export type CancellerOf =
  | readonly ['nothing']
  | readonly ['callback', value: Json]
  | readonly ['errback' | 'raise', text: string];

/** What a side of a link does, and gives on. */
export type LinkAction =
  | readonly ['pass']
  | readonly ['value', value: Json]
  | readonly ['raise' | 'failure', text: string]
  | readonly ['return', id: string]
  | readonly ['do', readonly DeferredOperation[]];

export type ListFlag = 'fireOnOneCallback' | 'fireOnOneErrback' | 'consumeErrors';

/** An operation on a lock, a semaphore or a queue. */
export type PrimitiveOperation =
  | readonly ['lock', name: string]
  | readonly ['semaphore', name: string, tokens: number]
  | readonly ['queue', name: string, size: number | null, backlog: number | null]
  | readonly ['acquire', name: string, id: string]
  | readonly ['run', name: string, id: string, f: LinkAction]
  | readonly ['release', name: string]
  | readonly ['put', name: string, object: Json]
  | readonly ['get', name: string, id: string];

/** A step of the body of a coroutine. */
export type Step =
  | readonly ['wait', id: string]
  | readonly ['value', value: Json]
  | readonly ['do', readonly DeferredOperation[]]
  | readonly ['try' | 'finally', body: readonly Step[], after: readonly Step[]]
  | readonly ['hold', name: string, body: readonly Step[]]
  | readonly ['raise', text: string]
  | readonly ['return', value: Json];

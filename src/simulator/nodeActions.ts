import type { Json } from '#base/json.ts';
import type { Seconds } from '#base/units.ts';
import type { Deferred } from '#reactor/deferred.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';

/** What steps do to nodes. Each throws what Twisted throws where it refuses. */
export interface NodeActions {
  /** Starts a node; gives its Deferred, or null for a kind without. */
  start(node: number): Deferred | null;
  stop(node: number): void;
  cancel(node: number): void;
  pause(node: number): void;
  resume(node: number): void;
  /** `seconds` null: a loop, whose interval begins anew. */
  reset(node: number, seconds: Seconds | null): void;
  delay(node: number, seconds: Seconds): void;
  put(node: number, value: Json): void;
  /** The Deferred of the newest instance. @throws RuntimeError where there is none. */
  deferredOf(node: number): Deferred;
  /** The instance that a Deferred belongs to. */
  ownerOf(deferred: Deferred): InstanceRef | null;
}

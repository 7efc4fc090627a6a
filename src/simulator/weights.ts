import type { Bytes } from '#base/units.ts';
import type { Json } from '#base/json.ts';
import type { TraceValue } from '#trace/traceValue.ts';

import type { NodeRuntime } from './instance.ts';

/** What an event takes in the columns of a trace, on average. */
export const EVENT_BYTES: Bytes = 24;

/** What a delayed call takes, with the instance and the Deferred that it is of. */
export const CALL_BYTES: Bytes = 400;

/** What a node takes, with its last instance. */
const NODE_BYTES: Bytes = 600;

/** What somebody who waits for a resource takes, with its Deferred. */
const WAITING_BYTES: Bytes = 300;

/** What an object in a queue takes beside its text, which counts with the values. */
const QUEUED_BYTES: Bytes = 16;

const OBJECT_BYTES: Bytes = 48;
const ITEM_BYTES: Bytes = 16;

/** What a value takes in a trace: texts by their length, objects by their parts. */
export function weightOf(value: TraceValue): Bytes {
  switch (value.is) {
    case 'json':
      return OBJECT_BYTES + weightOfJson(value.json);
    case 'failure':
      return (
        2 * OBJECT_BYTES +
        2 * (value.message.length + (value.repr?.length ?? 0)) +
        (value.first === undefined ? 0 : weightOf(value.first.error))
      );
    case 'list':
    case 'tuple':
      return value.items.reduce((sum, item) => sum + ITEM_BYTES + weightOf(item), OBJECT_BYTES);
    case 'object':
      return OBJECT_BYTES;
  }
}

function weightOfJson(json: Json): Bytes {
  if (typeof json === 'string') return 2 * json.length + ITEM_BYTES;
  if (typeof json !== 'object' || json === null) return ITEM_BYTES;
  const parts = Array.isArray(json) ? json : Object.values(json);
  return parts.reduce<Bytes>((sum, part) => sum + ITEM_BYTES + weightOfJson(part), OBJECT_BYTES);
}

/** What the nodes of a running program hold, beside delayed calls: instances, and who and what waits. */
export function weightOfNodes(runtimes: readonly NodeRuntime[]): Bytes {
  return runtimes.reduce(
    (sum, { lock, queue, moments }) =>
      sum +
      NODE_BYTES +
      moments.length * NODE_BYTES +
      (lock?.waiting.length ?? 0) * WAITING_BYTES +
      (queue?.waiting.length ?? 0) * WAITING_BYTES +
      (queue?.pending.length ?? 0) * QUEUED_BYTES,
    0,
  );
}

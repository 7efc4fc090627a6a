import { KINDS, payloadOf } from '#trace/eventKinds.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { Trace } from '#trace/traceTable.ts';
import type { TraceValue } from '#trace/traceValue.ts';

/** So many events are hashed at once. */
const ROWS = 20_000;

const CODES: ReadonlyMap<string, number> = new Map(KINDS.map((kind, code) => [kind, code]));

/**
 * The SHA-256 of a run: of its header, of every event as the trace tells it (in parts, whose hashes
 * are hashed), of the values and of the end. Two runs have the same only if nothing about them
 * differs, to the last bit of each number.
 */
export async function traceDigest(trace: Trace, end: RunEnd): Promise<string> {
  const parts: string[] = [JSON.stringify(trace.header)];
  const values = createValueNumbers();
  for (let from = 0; from < trace.length; from += ROWS) {
    const to = Math.min(from + ROWS, trace.length);
    parts.push(await sha256(rowsOf(trace, from, to, values.numberOf)));
  }
  parts.push(...values.texts, JSON.stringify(end));
  return sha256(new TextEncoder().encode(parts.join('\n')));
}

/** All that the trace tells of some events, seven numbers each. */
function rowsOf(
  trace: Trace,
  from: number,
  to: number,
  numberOf: (value: TraceValue) => number,
): Float64Array<ArrayBuffer> {
  const rows = new Float64Array((to - from) * 7);
  for (let sequence = from, at = 0; sequence < to; sequence += 1, at += 7) {
    const kind = trace.kindAt(sequence);
    rows[at] = trace.timeAt(sequence);
    rows[at + 1] = CODES.get(kind) ?? -1;
    rows[at + 2] = trace.nodeAt(sequence);
    rows[at + 3] = trace.instanceAt(sequence);
    rows[at + 4] = trace.linkAt(sequence);
    rows[at + 5] = trace.causeAt(sequence);
    const payload = payloadOf(kind);
    if (payload === 'number') rows[at + 6] = trace.numberAt(sequence);
    else if (payload === 'instance') {
      const { node, instance } = trace.otherAt(sequence);
      rows[at + 6] = node * 2 ** 32 + instance;
    } else if (payload === 'value') {
      const value = trace.valueAt(sequence);
      rows[at + 6] = value === null ? -1 : numberOf(value);
    }
  }
  return rows;
}

/** Numbers values by the order in which they come first; equal ones have one number. */
function createValueNumbers(): {
  readonly texts: readonly string[];
  readonly numberOf: (value: TraceValue) => number;
} {
  const texts: string[] = [];
  const byText = new Map<string, number>();
  const byValue = new WeakMap<TraceValue, number>();
  return {
    texts,
    numberOf(value) {
      const known = byValue.get(value);
      if (known !== undefined) return known;
      const text = JSON.stringify(value);
      const number = byText.get(text) ?? texts.length;
      if (number === texts.length) {
        byText.set(text, number);
        texts.push(text);
      }
      byValue.set(value, number);
      return number;
    },
  };
}

async function sha256(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

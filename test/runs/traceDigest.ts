import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { payloadOf } from '#trace/eventKinds.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { Trace } from '#trace/traceTable.ts';
import type { TraceValue } from '#trace/traceValue.ts';

/** So many events are hashed without a pause. */
const LINES = 20_000;

/**
 * The SHA-256 of a run: of its header, of every event as the trace tells it, and of its end. Two
 * runs have the same only if nothing about them differs, to the last bit of each number. `pause` is
 * waited for now and then, for whoever must not be kept long.
 */
export async function traceDigest(
  trace: Trace,
  end: RunEnd,
  pause: () => Promise<void>,
): Promise<string> {
  const hash = sha256.create();
  const values = new WeakMap<TraceValue, string>();
  const textOf = (value: TraceValue | null): string => {
    if (value === null) return '-';
    let text = values.get(value);
    if (text === undefined) {
      text = JSON.stringify(value);
      values.set(value, text);
    }
    return text;
  };
  const payloadAt = (sequence: number): string => {
    switch (payloadOf(trace.kindAt(sequence))) {
      case 'number':
        return String(trace.numberAt(sequence));
      case 'value':
        return textOf(trace.valueAt(sequence));
      case 'instance': {
        const { node, instance } = trace.otherAt(sequence);
        return `${node}/${instance}`;
      }
      case 'none':
        return '';
    }
  };
  hash.update(utf8ToBytes(`${JSON.stringify(trace.header)}\n`));
  for (let from = 0; from < trace.length; from += LINES) {
    let text = '';
    for (let at = from; at < Math.min(from + LINES, trace.length); at += 1) {
      const place = `${trace.nodeAt(at)} ${trace.instanceAt(at)} ${trace.linkAt(at)}`;
      text += `${trace.timeAt(at)} ${trace.kindAt(at)} ${place} ${trace.causeAt(at)} ${payloadAt(at)}\n`;
    }
    hash.update(utf8ToBytes(text));
    await pause();
  }
  hash.update(utf8ToBytes(JSON.stringify(end)));
  return bytesToHex(hash.digest());
}

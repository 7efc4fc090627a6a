import type * as z from 'zod/mini';

import type { RunEnd } from '#trace/runEnd.ts';
import { type TraceBatch, MOST_ROWS, type TraceColumns } from '#trace/traceColumns.ts';
import { t } from '#words/words.ts';

import { batchFault } from './batchFault.ts';
import { END, HEADER, VALUES } from './fileSchema.ts';
import { BATCH_HEAD, BLOCK, BLOCK_HEAD, FORMAT, isTraceFile, MAGIC, VERSION } from './traceFile.ts';

/** What a trace file says, one after the other: its header, its batches, how the run ended. */
export type TraceFilePart =
  | { readonly is: 'header'; readonly header: TraceFileHeader; readonly schedule: unknown }
  | { readonly is: 'batch'; readonly batch: TraceBatch }
  | { readonly is: 'end'; readonly end: RunEnd };

/** A header out of a file: whoever has made a trace of the same schedule can compare it. */
export interface TraceFileHeader {
  readonly nodes: readonly unknown[];
  readonly clock?: unknown;
  readonly threadPool?: unknown;
}

/** A file is none that the studio can read; the message follows the file's name. */
export class TraceFileFault extends Error {}

/** Reads a trace file in pieces of any size. */
export interface TraceFileReader {
  /**
   * Takes the next bytes and gives the parts that are whole now.
   *
   * @throws TraceFileFault where they are no part of a trace file
   */
  push(bytes: Uint8Array): Iterable<TraceFilePart>;
  /**
   * Says that there are no more bytes.
   *
   * @throws TraceFileFault where the file was cut off
   */
  finish(): void;
}

/** A block that claims to be larger is none: the largest has a schedule of 64 MB. */
const MOST_BLOCK = 2 ** 28;

/** A reader at the beginning of a file. */
export function createTraceFileReader(): TraceFileReader {
  const pending = new PendingBytes();
  let read = 0;
  let hasBegun = false;
  /** How many nodes the run has; null before the header. */
  let nodes: number | null = null;
  let hasEnded = false;
  let next = 0;
  let nextValue = 0;

  const fault = (message: string): TraceFileFault =>
    new TraceFileFault(t('{{message}} (byte {{read}})', { message, read }));
  const readBatch = (payload: Uint8Array<ArrayBuffer>): TraceBatch => {
    const batch = batchOf(payload);
    if (batch === null) throw fault('has a batch of events that cannot be read');
    const wrong = batchFault(batch, next, nextValue, nodes ?? 0);
    if (wrong !== null) throw fault(wrong);
    next += batch.count;
    nextValue += batch.values.length;
    return batch;
  };
  const readBlock = (kind: number, payload: Uint8Array<ArrayBuffer>): TraceFilePart => {
    if (hasEnded) throw fault('goes on behind its end');
    if (nodes === null && kind !== BLOCK.header) throw fault('has events before its header');
    switch (kind) {
      case BLOCK.header: {
        if (nodes !== null) throw fault('has two headers');
        const { header, schedule } = headerOf(payload, fault);
        nodes = header.nodes.length;
        return { is: 'header', header, schedule };
      }
      case BLOCK.batch:
        return { is: 'batch', batch: readBatch(payload) };
      case BLOCK.end: {
        const { data: end } = END.safeParse(jsonOf(payload));
        if (end === undefined) throw fault('does not say how the run ended');
        hasEnded = true;
        return { is: 'end', end };
      }
      default:
        throw fault(`has a block of the unknown kind ${kind}`);
    }
  };

  return {
    *push(bytes) {
      pending.add(bytes);
      if (!hasBegun) {
        const magic = pending.take(MAGIC.length);
        if (magic === null) return;
        if (!isTraceFile(magic)) throw new TraceFileFault('is no trace of the studio');
        hasBegun = true;
        read += MAGIC.length;
      }
      for (;;) {
        const head = pending.peek(BLOCK_HEAD);
        if (head === null) return;
        const [kind = 0, size = 0] = new Uint32Array(head.slice().buffer);
        if (size > MOST_BLOCK) throw fault('has a block that is too large');
        const block = pending.take(BLOCK_HEAD + size);
        if (block === null) return;
        yield readBlock(kind, block.slice(BLOCK_HEAD));
        read += block.length;
      }
    },
    finish() {
      if (!hasEnded) throw fault('was cut off: it does not say how the run ended');
    },
  };
}

function headerOf(
  payload: Uint8Array<ArrayBuffer>,
  fault: (message: string) => TraceFileFault,
): z.infer<typeof HEADER> {
  const { data } = HEADER.safeParse(jsonOf(payload));
  if (data === undefined) throw fault('has no header');
  if (data.format !== FORMAT) throw fault('is of another format');
  if (data.version !== VERSION) {
    throw fault(`is of version ${data.version}, and the studio reads version ${VERSION}`);
  }
  return data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The batch in a block of its own buffer, or null where the lengths in it do not fit. */
function batchOf({ buffer, byteLength }: Uint8Array<ArrayBuffer>): TraceBatch | null {
  if (byteLength < BATCH_HEAD) return null;
  const head = new Uint32Array(buffer, 0, 7);
  const [first = 0, count = 0, times = 0, numbers = 0, firstValue = 0, oldestValue = 0] = head;
  if (count === 0 || count > MOST_ROWS || times > count || numbers > count) return null;
  let at = BATCH_HEAD;
  const take = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  const size = BATCH_HEAD + 8 * (times + numbers) + 19 * count + (head[6] ?? 0);
  if (Math.ceil(size / 8) * 8 !== byteLength) return null;
  const columns: TraceColumns = {
    times: new Float64Array(buffer, take(8 * times), times),
    numbers: new Float64Array(buffer, take(8 * numbers), numbers),
    instance: new Uint32Array(buffer, take(4 * count), count),
    cause: new Int32Array(buffer, take(4 * count), count),
    value: new Int32Array(buffer, take(4 * count), count),
    moment: new Uint16Array(buffer, take(2 * count), count),
    node: new Uint16Array(buffer, take(2 * count), count),
    link: new Int16Array(buffer, take(2 * count), count),
    kind: new Uint8Array(buffer, take(count), count),
  };
  const { data: values } = VALUES.safeParse(jsonOf(new Uint8Array(buffer, at, head[6] ?? 0)));
  if (values === undefined) return null;
  return { first, count, columns, firstValue, values, oldestValue };
}

/** Bytes that have come and were not used yet. */
class PendingBytes {
  #pieces: Uint8Array[] = [];
  #length = 0;

  add({ buffer, byteOffset, byteLength }: Uint8Array): void {
    // Node's own byte arrays share memory where plain ones copy it.
    this.#pieces.push(new Uint8Array(buffer, byteOffset, byteLength));
    this.#length += byteLength;
  }

  /** The next bytes, which stay; null where there are fewer. */
  peek(count: number): Uint8Array | null {
    if (this.#length < count) return null;
    const [first = new Uint8Array()] = this.#pieces;
    if (first.length < count) this.#join();
    return (this.#pieces[0] ?? first).subarray(0, count);
  }

  /** The next bytes, which are gone then; null where there are fewer. */
  take(count: number): Uint8Array | null {
    const bytes = this.peek(count);
    if (bytes === null) return null;
    this.#pieces[0] = (this.#pieces[0] ?? bytes).subarray(count);
    this.#length -= count;
    return bytes;
  }

  #join(): void {
    const joined = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [joined];
  }
}

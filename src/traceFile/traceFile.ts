import type { RunEnd } from '#trace/runEnd.ts';
import { arraysOf, type TraceBatch } from '#trace/traceColumns.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

/** What a trace file begins with. The first byte is in no text, so no text is taken for one. */
export const MAGIC = Uint8Array.of(0x89, 0x52, 0x53, 0x54, 0x52, 0x41, 0x43, 0x45);

/** What the header of a file calls its format, and the version that is written. */
export const FORMAT = 'reactor-studio/trace';
export const VERSION = 2;

/** What a block holds. */
export const BLOCK = { header: 1, batch: 2, end: 3 } as const;

/** The bytes before the payload of a block: its kind and its length. */
export const BLOCK_HEAD = 8;

/** The bytes before the columns of a batch: seven numbers, and four bytes that are 0. */
export const BATCH_HEAD = 32;

/** Blocks are padded to a multiple of this, so that columns lie where typed arrays can see them. */
export const ALIGNMENT = 8;

const text = new TextEncoder();

/** The beginning of a trace file: its magic bytes and its header, with the schedule of the run. */
export function traceFileBegin(schedule: unknown, header: TraceHeader): Uint8Array<ArrayBuffer> {
  const block = jsonBlock(BLOCK.header, { format: FORMAT, version: VERSION, header, schedule });
  const begin = new Uint8Array(MAGIC.length + block.length);
  begin.set(MAGIC);
  begin.set(block, MAGIC.length);
  return begin;
}

/** A batch of events as a block. */
export function traceFileBatch(batch: TraceBatch): Uint8Array<ArrayBuffer> {
  const { columns, first, count, firstValue, oldestValue } = batch;
  const arrays = arraysOf(columns);
  const values = text.encode(JSON.stringify(batch.values));
  const size = arrays.reduce((sum, { byteLength }) => sum + byteLength, BATCH_HEAD);
  const { block, payload } = makeBlock(BLOCK.batch, size + values.length);
  const { times, numbers } = columns;
  new Uint32Array(block.buffer, BLOCK_HEAD, 7).set([
    first,
    count,
    times.length,
    numbers.length,
    firstValue,
    oldestValue,
    values.length,
  ]);
  let at = BATCH_HEAD;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    payload.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  payload.set(values, at);
  return block;
}

/** The last block: how the run ended. A file without it was cut off. */
export function traceFileEnd(end: RunEnd): Uint8Array<ArrayBuffer> {
  return jsonBlock(BLOCK.end, end);
}

function jsonBlock(kind: number, json: object): Uint8Array<ArrayBuffer> {
  const bytes = text.encode(JSON.stringify(json));
  const { block, payload } = makeBlock(kind, bytes.length);
  // JSON may be followed by spaces.
  payload.fill(0x20);
  payload.set(bytes);
  return block;
}

function makeBlock(
  kind: number,
  size: number,
): { readonly block: Uint8Array<ArrayBuffer>; readonly payload: Uint8Array } {
  const padded = Math.ceil(size / ALIGNMENT) * ALIGNMENT;
  const block = new Uint8Array(BLOCK_HEAD + padded);
  new Uint32Array(block.buffer, 0, 2).set([kind, padded]);
  return { block, payload: block.subarray(BLOCK_HEAD) };
}

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { EXAMPLES } from '#schedule/examples.ts';
import type { Schedule } from '#schedule/schema.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import { traceFileBatch, traceFileBegin, traceFileEnd } from '#traceFile/traceFile.ts';
import {
  createTraceFileReader,
  isTraceFile,
  TraceFileFault,
  type TraceFilePart,
} from '#traceFile/traceFileReader.ts';

import { runInSlices } from '../support/runs.ts';

function fileOf(schedule: Schedule, slice: number): Uint8Array {
  const { header, batches, end } = runInSlices(schedule, slice);
  const parts = [
    traceFileBegin(schedule, header),
    ...batches.map(traceFileBatch),
    traceFileEnd(end),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function read(file: Uint8Array, piece: number): readonly TraceFilePart[] {
  const reader = createTraceFileReader();
  const parts: TraceFilePart[] = [];
  for (let at = 0; at < file.length; at += piece) {
    parts.push(...reader.push(file.slice(at, at + piece)));
  }
  reader.finish();
  return parts;
}

function traceOf(parts: readonly TraceFilePart[], header: Trace['header']): Trace {
  const trace = createTrace(header);
  for (const part of parts) if (part.is === 'batch') trace.append(part.batch);
  return trace;
}

function events(trace: Trace): readonly unknown[] {
  return Array.from({ length: trace.length }, (_, sequence) => trace.eventAt(sequence));
}

test.each(EXAMPLES.map((example) => [example.id, example.load()] as const))(
  '%s comes out of a file as it went in, read in pieces of any size',
  (_, schedule) => {
    const { header, trace, end } = runInSlices(schedule, 40);
    const file = fileOf(schedule, 40);
    expect(isTraceFile(file)).toBe(true);
    for (const piece of [1, 7, 64, 1001, file.length]) {
      const parts = read(file, piece);
      expect(parts[0]).toEqual({ is: 'header', header, schedule });
      expect(parts.at(-1)).toEqual({ is: 'end', end });
      expect(events(traceOf(parts, header))).toEqual(events(trace));
    }
    const again = createTrace(header);
    for (const batch of trace.batches()) again.append(batch);
    expect(events(again)).toEqual(events(trace));
  },
);

const SMALL = fileOf(EXAMPLES[0].load(), 10);

test('a file that was cut off anywhere says so, or that it is none', () => {
  for (let length = 0; length < SMALL.length; length += 1) {
    expect(() => read(SMALL.slice(0, length), 4096)).toThrow(TraceFileFault);
  }
});

test('a file with any wrong byte is refused, or is a trace that can be read', () => {
  const { header } = runInSlices(EXAMPLES[0].load(), 10);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(SMALL.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      (changes) => {
        const file = SMALL.slice();
        for (const [at, byte] of changes) file[at] = byte;
        let parts: readonly TraceFilePart[];
        try {
          parts = read(file, 4096);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(TraceFileFault);
          return;
        }
        expect(events(traceOf(parts, header)).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 3000 },
  );
});

test('what is no trace file is told by its first bytes', () => {
  const text = new TextEncoder().encode('{"format":"reactor-studio/schedule"}');
  expect(isTraceFile(text)).toBe(false);
  expect(() => read(text, 4096)).toThrow('is no trace of the studio');
});

test('a file of another version names both', () => {
  const text = new TextDecoder('latin1').decode(SMALL);
  const at = text.indexOf('"version":2') + '"version":'.length;
  const file = SMALL.slice();
  file[at] = '3'.charCodeAt(0);
  expect(() => read(file, 4096)).toThrow('is of version 3, and the studio reads version 2');
});

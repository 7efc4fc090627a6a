import { expect, test } from 'vitest';

import { createTrace } from '#trace/traceTable.ts';
import { KIND } from '#trace/eventKinds.ts';
import { NO_VALUE, type TraceBatch } from '#trace/traceColumns.ts';
import { TraceWriter } from '#trace/traceWriter.ts';

import { traceHeader } from '../support/traceHeader.ts';

const header = traceHeader({ id: 'a' });

/** Two batches of a small trace. */
const batches = (): readonly [TraceBatch, TraceBatch] => {
  const writer = new TraceWriter();
  const first = writer.write(0, KIND.started, 0, 1, -1, -1, NO_VALUE);
  const value = writer.value({ is: 'json', json: [1] });
  writer.write(1, KIND.fired, 0, 1, -1, first, value);
  const [one] = writer.takeBatches();
  writer.write(1, KIND.scheduled, 0, 1, -1, 1, writer.number(2.5));
  writer.write(2, KIND.passed, 0, 1, 3, 1, writer.value({ is: 'json', json: [1] }));
  writer.write(
    2,
    KIND.failed,
    0,
    1,
    -1,
    1,
    writer.value({ is: 'failure', type: 'E', message: '' }),
  );
  const [two] = writer.takeBatches();
  if (one === undefined || two === undefined) throw new Error('Nothing was written.');
  return [one, two];
};

test('events come out of the columns as they were written', () => {
  const trace = createTrace(header);
  for (const batch of batches()) trace.append(batch);
  const base = { node: 0, instance: 1, other: null };
  expect(Array.from({ length: trace.length }, (_, at) => trace.eventAt(at))).toEqual([
    {
      ...base,
      sequence: 0,
      time: 0,
      kind: 'started',
      link: -1,
      cause: -1,
      number: null,
      value: null,
    },
    {
      ...base,
      sequence: 1,
      time: 1,
      kind: 'fired',
      link: -1,
      cause: 0,
      number: null,
      value: { is: 'json', json: [1] },
    },
    {
      ...base,
      sequence: 2,
      time: 1,
      kind: 'scheduled',
      link: -1,
      cause: 1,
      number: 2.5,
      value: null,
    },
    {
      ...base,
      sequence: 3,
      time: 2,
      kind: 'passed',
      link: 3,
      cause: 1,
      number: null,
      value: { is: 'json', json: [1] },
    },
    {
      ...base,
      sequence: 4,
      time: 2,
      kind: 'failed',
      link: -1,
      cause: 1,
      number: null,
      value: { is: 'failure', type: 'E', message: '' },
    },
  ]);
});

test('equal values are kept once', () => {
  expect(batches().map((batch) => batch.values)).toEqual([
    [{ is: 'json', json: [1] }],
    [{ is: 'failure', type: 'E', message: '' }],
  ]);
});

test('a batch that is here already, wholly or in part, changes nothing that was', () => {
  const [one, two] = batches();
  const trace = createTrace(header);
  const lengths = [one, one, two, one, two].map((batch) => {
    trace.append(batch);
    return trace.length;
  });
  expect([lengths, trace.valueAt(3), trace.valueAt(4)]).toEqual([
    [2, 2, 5, 5, 5],
    { is: 'json', json: [1] },
    { is: 'failure', type: 'E', message: '' },
  ]);
});

test('a gap is refused, and so is an event that is not there', () => {
  const [, two] = batches();
  const trace = createTrace(header);
  expect(() => trace.append(two)).toThrow(
    'The trace has 0 events, but the next batch begins at 2.',
  );
  expect(() => trace.timeAt(0)).toThrow('There is no event 0: the trace has 0.');
});

test('events are counted up to a time, with or without those at it', () => {
  const trace = createTrace(header);
  for (const batch of batches()) trace.append(batch);
  expect(
    [-1, 0, 1, 1.5, 2, 9].map((time) => [
      trace.countUntil(time, false),
      trace.countUntil(time, true),
    ]),
  ).toEqual([
    [0, 0],
    [0, 1],
    [1, 3],
    [3, 3],
    [3, 5],
    [5, 5],
  ]);
});

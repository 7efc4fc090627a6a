import { expect, test } from 'vitest';

import { KIND } from '#trace/eventKinds.ts';
import { NO_VALUE, type TraceBatch } from '#trace/traceColumns.ts';
import { createTraceStream } from '#trace/traceStream.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { createTrace } from '#trace/traceTable.ts';
import { TraceWriter } from '#trace/traceWriter.ts';

import { traceHeader } from '../support/traceHeader.ts';

/** A trace in which every third event prints the same text and every other one a new text. */
function batchesOf(events: number, cutEvery: number): readonly TraceBatch[] {
  const writer = new TraceWriter();
  const batches: TraceBatch[] = [];
  const cut = (): void => {
    batches.push(...writer.takeBatches());
  };
  for (let event = 0; event < events; event += 1) {
    const json = event % 3 === 0 ? 'again' : `line ${event}`;
    writer.write(event, KIND.logged, 0, 1, -1, -1, writer.value({ is: 'json', json }));
    if (event % cutEvery === cutEvery - 1) cut();
  }
  cut();
  return batches;
}

function heard(batches: readonly TraceBatch[]): readonly TraceEvent[] {
  const stream = createTraceStream();
  const events: TraceEvent[] = [];
  for (const batch of batches) {
    stream.take(batch);
    stream.read((event) => events.push(event) > 0);
  }
  return events;
}

const EVENTS = 20_000;

test('a stream hands over the events that a trace keeps', () => {
  const batches = batchesOf(EVENTS, 700);
  const trace = createTrace(traceHeader({ id: 'a' }));
  for (const batch of batches) trace.append(batch);
  expect(heard(batches)).toEqual(
    Array.from({ length: EVENTS }, (_, sequence) => trace.eventAt(sequence)),
  );
});

test('values are forgotten after a while, and all that later batches name is told', () => {
  const batches = batchesOf(EVENTS, 700);
  const last = batches.at(-1);
  const named = Math.min(...(last?.columns.value ?? []));
  expect(last?.oldestValue).toBeGreaterThan(EVENTS / 2);
  expect(named).toBeGreaterThanOrEqual(last?.oldestValue ?? Infinity);
});

test('long values are forgotten sooner', () => {
  const writer = new TraceWriter();
  for (let event = 0; event < 100; event += 1) {
    const json = `${event}`.padEnd(100_000, '.');
    writer.write(event, KIND.logged, 0, 1, -1, -1, writer.value({ is: 'json', json }));
    if (event % 10 === 9) expect([...writer.takeBatches()].map(({ count }) => count)).toEqual([10]);
  }
  writer.write(100, KIND.started, 0, 1, -1, -1, NO_VALUE);
  const [last] = writer.takeBatches();
  expect(last?.oldestValue).toBeGreaterThan(80);
});

test('the same run gives the same columns and values, however it is cut', () => {
  const [whole] = batchesOf(EVENTS, EVENTS);
  const parts = batchesOf(EVENTS, 333);
  expect(parts.flatMap(({ columns }) => [...columns.value])).toEqual([
    ...(whole?.columns.value ?? []),
  ]);
  expect(parts.flatMap(({ values }) => values)).toEqual(whole?.values);
});

test('a run that is done again, and cut elsewhere, adds to a trace what was missing', () => {
  const trace = createTrace(traceHeader({ id: 'a' }));
  for (const batch of batchesOf(EVENTS, 900).slice(0, 11)) trace.append(batch);
  for (const batch of batchesOf(EVENTS, 1000)) trace.append(batch);
  expect(Array.from({ length: EVENTS }, (_, sequence) => trace.eventAt(sequence))).toEqual(
    heard(batchesOf(EVENTS, 800)),
  );
});

test('equal values have one number, and a text is never taken for another value', () => {
  const writer = new TraceWriter();
  const text = '{"is":"json","json":1}';
  const numbers = [1, text, `'${text}`, null, 1, text].map((json) =>
    writer.value({ is: 'json', json }),
  );
  expect(numbers).toEqual([0, 1, 2, 3, 0, 1]);
});

test('only the wanted kinds are handed over, and a batch that is missing is an error', () => {
  const writer = new TraceWriter();
  writer.write(0, KIND.started, 0, 1, -1, -1, NO_VALUE);
  writer.write(0, KIND.cancelled, 0, 1, -1, -1, NO_VALUE);
  const [first] = writer.takeBatches();
  writer.write(1, KIND.started, 0, 2, -1, -1, NO_VALUE);
  const [second] = writer.takeBatches();
  if (first === undefined || second === undefined) throw new Error('Nothing was written.');
  const stream = createTraceStream(new Set(['cancelled']));
  const events: TraceEvent[] = [];
  const hear = (event: TraceEvent): boolean => events.push(event) > 0;
  expect(() => stream.take(second)).toThrow('The event 0 is next');
  stream.take(first);
  stream.read(hear);
  stream.take(second);
  stream.read(hear);
  expect(events.map(({ sequence, kind }) => [sequence, kind])).toEqual([[1, 'cancelled']]);
});

test('a reader that has enough for now goes on later at the next event', () => {
  const [batch] = batchesOf(3, 3);
  if (batch === undefined) throw new Error('Nothing was written.');
  const stream = createTraceStream();
  stream.take(batch);
  const steps = Array.from({ length: 5 }, () => {
    let sequence = -1;
    const more = stream.read((event) => {
      sequence = event.sequence;
      return false;
    });
    return [sequence, more];
  });
  expect(steps).toEqual([
    [0, true],
    [1, true],
    [2, true],
    [-1, false],
    [-1, false],
  ]);
});

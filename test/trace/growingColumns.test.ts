import { expect, test } from 'vitest';

import { KIND } from '#trace/eventKinds.ts';
import { MOST_ROWS, NO_VALUE } from '#trace/traceColumns.ts';
import { createTrace } from '#trace/traceTable.ts';
import { TraceWriter } from '#trace/traceWriter.ts';

import { traceHeader } from '../support/traceHeader.ts';

const HEADER = traceHeader({ id: 'a' });

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.1,
  2 ** 30 - 1,
  2 ** 30,
  2 ** 31,
  2 ** 53,
  -(2 ** 31),
  Number.MAX_VALUE,
  Number.POSITIVE_INFINITY,
];

test('every number comes out as it went in', () => {
  const writer = new TraceWriter();
  for (const number of NUMBERS) {
    writer.write(0, KIND.scheduled, 0, 1, -1, -1, writer.number(number));
  }
  const trace = createTrace(HEADER);
  for (const batch of writer.takeBatches()) trace.append(batch);
  expect(NUMBERS.map((_, at) => trace.numberAt(at))).toEqual(NUMBERS);
  expect(NUMBERS.map((_, at) => trace.eventAt(at).number)).toEqual(NUMBERS);
});

test('every instance comes out as it went in', () => {
  const refs = [
    { node: 0, instance: 1 },
    { node: 0, instance: 2 ** 31 },
    { node: 49_999, instance: 2 ** 32 - 1 },
    { node: 1, instance: 0 },
  ];
  const writer = new TraceWriter();
  for (const { node, instance } of refs) {
    writer.write(0, KIND.waits, 0, 1, -1, -1, writer.instance(node, instance));
  }
  const trace = createTrace(HEADER);
  for (const batch of writer.takeBatches()) trace.append(batch);
  expect(refs.map((_, at) => trace.otherAt(at))).toEqual(refs);
});

const timeOf = (event: number): number => Math.floor(event / 2) / 2;

/** Events at halves of seconds, two at each, with a number, an instance, a value or nothing. */
function write(writer: TraceWriter, events: number): void {
  for (let event = 0; event < events; event += 1) {
    const rows = [
      [KIND.scheduled, writer.number(timeOf(event) + 0.25)],
      [KIND.waits, writer.instance(3, event)],
      [KIND.logged, writer.value({ is: 'json', json: event % 1000 })],
      [KIND.started, NO_VALUE],
    ] as const;
    const [kind, value] = rows[event % 4] ?? rows[3];
    writer.write(timeOf(event), kind, event % 5, event, (event % 3) - 1, event - 1, value);
  }
}

test('what no batch can hold is cut into several, and a trace has them in segments', () => {
  const events = MOST_ROWS * 2 + 10;
  const writer = new TraceWriter();
  write(writer, events);
  const batches = [...writer.takeBatches()];
  expect(batches.map(({ first, count }) => [first, count])).toEqual([
    [0, MOST_ROWS],
    [MOST_ROWS, MOST_ROWS],
    [MOST_ROWS * 2, 10],
  ]);
  expect([...writer.takeBatches()]).toEqual([]);

  const sliced = createTrace(HEADER);
  const whole = createTrace(HEADER);
  for (const batch of batches) whole.append(batch);
  // The first of them has events already that the trace knows of.
  const known = new TraceWriter();
  write(known, 1000);
  for (const batch of [...known.takeBatches(), ...batches]) sliced.append(batch);
  expect(sliced.length).toBe(events);
  for (let at = 0; at < events; at += 1) {
    const time = timeOf(at);
    if (sliced.timeAt(at) !== time || whole.timeAt(at) !== time) {
      throw new Error(
        `event ${at} is at ${sliced.timeAt(at)} and ${whole.timeAt(at)}, not ${time}`,
      );
    }
    if (at % 997 === 0) expect(sliced.eventAt(at)).toEqual(whole.eventAt(at));
  }
  expect(sliced.countUntil(timeOf(MOST_ROWS), false)).toBe(MOST_ROWS);
  expect(sliced.countUntil(timeOf(MOST_ROWS), true)).toBe(MOST_ROWS + 2);
});

test('a million events of a loop take fewer than 24 bytes each', () => {
  const trace = createTrace(HEADER);
  const writer = new TraceWriter();
  for (let firing = 0; firing < 125_000; firing += 1) {
    const now = firing * 0.3;
    for (let event = 0; event < 8; event += 1) {
      const due = event === 6 ? writer.number(now + 0.3) : NO_VALUE;
      const kind = event === 6 ? KIND.scheduled : KIND.looped;
      writer.write(now, kind, 0, 1, -1, -1, due);
    }
  }
  for (const batch of writer.takeBatches()) trace.append(batch);
  expect(trace.length).toBe(1_000_000);
  expect(trace.bytes / trace.length).toBeLessThan(24);
});

import { expect, test } from 'vitest';

import { eventFormat } from '#cli/formats/eventFormat.ts';
import { lineFormat } from '#cli/formats/lineFormat.ts';
import { textFormat } from '#cli/formats/textFormat.ts';
import { createLineReducer } from '#export/traceLines.ts';
import { EXAMPLES } from '#schedule/examples.ts';

import { lines as described, run } from '../support/runs.ts';
import { runInProcess, type Ran } from './runInProcess.ts';

const SCHEDULES = EXAMPLES.map((example) => [example.id, example.load()] as const);

const simulate = (schedule: object, format: string): Promise<Ran> =>
  runInProcess(['simulate', '-', '--format', format], JSON.stringify(schedule));

function rows(text: string): readonly string[] {
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
}

test('a format is given the kinds of events that it needs', () => {
  const { trace } = run(SCHEDULES[0]![1]);
  const kinds = [lineFormat, eventFormat, textFormat].map(
    (make) => make(SCHEDULES[0]![1], trace.header).kinds.size,
  );
  expect(kinds[0]).toBeLessThan(10);
  expect(kinds[1]).toBe(kinds[2]);
});

test.each(SCHEDULES)('%s: lines are the whole trace, reduced', async (_, schedule) => {
  const { trace, end } = run(schedule);
  const reducer = createLineReducer(trace.header);
  const expected = Array.from({ length: trace.length }, (_event, sequence) =>
    reducer.next(trace.eventAt(sequence)),
  ).filter((line) => line !== null);
  const { code, stdout, stderr } = await simulate(schedule, 'lines');
  expect([code, stderr]).toEqual([0, '']);
  expect(rows(stdout)).toEqual(
    [...expected, ...reducer.end(end)].map((line) => JSON.stringify(line)),
  );
});

test.each(SCHEDULES)('%s: events have every column of every event', async (_, schedule) => {
  const { trace, end } = run(schedule);
  const { stdout } = await simulate(schedule, 'events');
  const [header, ...rest] = rows(stdout).map((row) => JSON.parse(row) as object);
  const { name, seed, horizon } = schedule;
  expect(header).toEqual({ name, seed, horizon, ...trace.header });
  expect(rest.at(-1)).toEqual({ end });
  const nothing = { number: null, value: null, other: null };
  expect(rest.slice(0, -1).map((event) => ({ ...nothing, ...event }))).toEqual(
    Array.from({ length: trace.length }, (_event, sequence) => trace.eventAt(sequence)),
  );
});

test.each(SCHEDULES)('%s: text says what the views say', async (_, schedule) => {
  const { trace } = run(schedule);
  const { stdout } = await simulate(schedule, 'text');
  const told = rows(stdout).map((row) => row.trim().replaceAll(/ {2,}/g, ' '));
  const expected = described(trace).map((line) => line.trim().replaceAll(/ {2,}/g, ' '));
  expect(told.slice(0, expected.length)).toEqual(expected);
  expect(told[expected.length]).toMatch(/^\d+\.\d{3} reactor the run ends: /);
});

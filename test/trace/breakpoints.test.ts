import { assert, constantFrom, record, array, nat, option, oneof, property } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';

import { pythonEquals } from '#base/python.ts';
import { beginHits, readHits } from '#trace/breakpointHits.ts';
import { isBefore, type BreakpointHit, type Instant } from '#trace/breakpointMoments.ts';
import type { BreakpointRule } from '#trace/breakpointRule.ts';
import { createBreakpointScanner } from '#trace/breakpoints.ts';
import { KIND, KINDS, payloadOf, type EventKind } from '#trace/eventKinds.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { MOST_ROWS, NO_VALUE, REACTOR_ROW } from '#trace/traceColumns.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';
import { TraceWriter } from '#trace/traceWriter.ts';
import { reprOf, type TraceValue } from '#trace/traceValue.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';
import { traceHeader } from '../support/traceHeader.ts';

const VALUES: readonly TraceValue[] = [
  { is: 'json', json: null },
  { is: 'json', json: 12 },
  { is: 'json', json: 'all is well' },
  { is: 'failure', type: 'ValueError', message: 'not well' },
  { is: 'tuple', items: [{ is: 'json', json: true }] },
];
const NODES = ['a', 'b', 'c'];
const FEW_KINDS: readonly EventKind[] = ['ran', 'raised', 'failed', 'resumed', 'logged', 'started'];

interface RandomEvent {
  readonly wait: number;
  readonly kind: EventKind;
  readonly node: number;
  readonly number: number;
  readonly value: TraceValue | null;
}

const events: Arbitrary<RandomEvent[]> = array(
  record({
    wait: constantFrom(0, 0, 1, 2.5),
    kind: constantFrom(...FEW_KINDS, ...KINDS),
    node: constantFrom(-1, 0, 1, 2),
    number: constantFrom(0, 0.5, 1),
    value: option(constantFrom(...VALUES)),
  }),
  { maxLength: 60 },
);

const common = {
  node: oneof(
    { weight: 2, arbitrary: constantFrom(undefined) },
    { weight: 1, arbitrary: constantFrom(...NODES, 'nobody') },
  ),
  enabled: constantFrom(true, true, true, false),
};
const rules: Arbitrary<BreakpointRule[]> = array(
  oneof(
    record({ on: constantFrom('time' as const), time: nat(60), ...common }),
    record({
      on: constantFrom('event' as const),
      event: option(constantFrom(...KINDS), { nil: undefined }),
      ...common,
    }),
    record({ on: constantFrom('failure' as const, 'unhandled' as const), ...common }),
    record({ on: constantFrom('lateness' as const), above: constantFrom(0, 0.5), ...common }),
    record({ on: constantFrom('value' as const), value: constantFrom(null, 12, 'x'), ...common }),
    record({ on: constantFrom('text' as const), text: constantFrom('well', 'True'), ...common }),
  ),
  { maxLength: 5 },
);

function traceOf(list: readonly RandomEvent[]): Trace {
  const writer = new TraceWriter();
  let time = 0;
  for (const { wait, kind, node, number, value } of list) {
    time += wait;
    const column = { node: node < 0 ? REACTOR_ROW : node, value: NO_VALUE };
    switch (payloadOf(kind)) {
      case 'number':
        column.value = writer.number(number);
        break;
      case 'instance':
        column.value = writer.instance(0, 1);
        break;
      case 'value':
        if (value !== null) column.value = writer.value(value);
        break;
      case 'none':
    }
    writer.write(time, KIND[kind], column.node, 1, -1, -1, column.value);
  }
  const trace = createTrace(traceHeader(...NODES.map((id) => ({ id }))));
  for (const batch of writer.takeBatches()) trace.append(batch);
  return trace;
}

/** Whether an event hits a breakpoint, by the words of the format. */
function isHit(rule: BreakpointRule, event: TraceEvent): boolean {
  if (!rule.enabled) return false;
  if (rule.node !== undefined && rule.node !== NODES[event.node]) return false;
  const { kind, value } = event;
  switch (rule.on) {
    case 'time':
      return false;
    case 'event':
      return rule.event === undefined || rule.event === kind;
    case 'failure':
      return (
        value?.is === 'failure' &&
        ['raised', 'failed', 'resumed', 'wentOn', 'became'].includes(kind)
      );
    case 'unhandled':
      return ['unhandled', 'loggedError', 'reported'].includes(kind);
    case 'lateness':
      return kind === 'ran' && (event.number ?? 0) > rule.above;
    case 'value':
      return value?.is === 'json' && pythonEquals(value.json, rule.value);
    case 'text': {
      if (value === null) return false;
      const text =
        value.is === 'json' && typeof value.json === 'string' ? value.json : reprOf(value);
      return text.includes(rule.text);
    }
  }
}

/** Every hit of a trace, the earliest first; of several at one instant the first breakpoint's. */
function allHits(trace: Trace, list: readonly BreakpointRule[], until: number): BreakpointHit[] {
  const all = Array.from({ length: trace.length }, (_, sequence) => trace.eventAt(sequence));
  const hits = list.flatMap((rule, index): BreakpointHit[] => {
    const at = (event: TraceEvent): BreakpointHit => ({
      rule: index,
      time: event.time,
      count: event.sequence + 1,
      sequence: event.sequence,
    });
    if (rule.on !== 'time') return all.filter((event) => isHit(rule, event)).map(at);
    if (!rule.enabled) return [];
    if (rule.node === undefined) {
      const count = all.filter(({ time }) => time < rule.time).length;
      return [{ rule: index, time: rule.time, count, sequence: null }];
    }
    const first = all.find(({ node, time }) => NODES[node] === rule.node && time >= rule.time);
    return first === undefined ? [] : [at(first)];
  });
  return hits
    .filter(({ time }) => time <= until)
    .toSorted((a, b) => a.time - b.time || a.count - b.count || a.rule - b.rule);
}

/** An instant of a trace at or between its events. */
function instantOf(trace: Trace, event: number, behind: number): Instant {
  if (trace.length === 0 || event === 0)
    return { time: behind, count: trace.countUntil(behind, true) };
  const last = event % trace.length;
  const time = trace.timeAt(last) + behind;
  return { time, count: behind === 0 ? last + 1 : trace.countUntil(time, true) };
}

test('a scan finds what trying every breakpoint on every event finds, both ways', () => {
  const instants = record({ event: nat(80), behind: constantFrom(0, 0, 0.5, 3), wait: nat(80) });
  assert(
    property(events, rules, instants, (list, breakpoints, { event, behind, wait }) => {
      const trace = traceOf(list);
      const scanner = createBreakpointScanner(trace, breakpoints);
      const from = instantOf(trace, event, behind);
      const until = from.time + wait;
      const hits = allHits(trace, breakpoints, until);
      const ahead = hits.find((hit) => isBefore(from, hit));
      const past = hits.filter((hit) => isBefore(hit, from));
      const last = past.at(-1);
      const nearest = past.find((hit) => last !== undefined && !isBefore(hit, last));
      expect([scanner.next(from, until), scanner.previous(from)]).toEqual([
        ahead ?? null,
        nearest ?? null,
      ]);
    }),
    { numRuns: 2000 },
  );
});

test('hits are counted the same, however the trace is cut', () => {
  assert(
    property(events, rules, array(nat(20)), (list, breakpoints, cuts) => {
      const trace = traceOf(list);
      let hits = beginHits(trace, breakpoints);
      for (const cut of [...cuts, trace.length]) {
        hits = readHits(hits, Math.min(trace.length, hits.read + cut));
      }
      // A time without a node is no event, and one with a node is no kind of event.
      const all = allHits(trace, breakpoints, Infinity).filter(({ sequence }) => sequence !== null);
      const marked = all.filter(({ rule }) => breakpoints[rule]?.on !== 'time');
      expect([hits.counts, [...hits.sequences.subarray(0, hits.count)]]).toEqual([
        breakpoints.map((_, rule) => all.filter((hit) => hit.rule === rule).length),
        [...new Set(marked.map(({ sequence }) => sequence))],
      ]);
    }),
  );
});

test('a scan goes from segment to segment of the columns', () => {
  const hits = [0, 1, MOST_ROWS - 1, MOST_ROWS, 2 * MOST_ROWS, 3 * MOST_ROWS - 1];
  const writer = new TraceWriter();
  for (let event = 0; event < 3 * MOST_ROWS; event += 1) {
    const kind = hits.includes(event) ? KIND.ticked : KIND.looped;
    writer.write(event, kind, 0, 1, -1, -1, NO_VALUE);
  }
  const trace = createTrace(traceHeader({ id: 'a' }));
  for (const batch of writer.takeBatches()) trace.append(batch);
  const scanner = createBreakpointScanner(trace, [{ on: 'event', event: 'ticked', enabled: true }]);
  const forth: number[] = [];
  const back: number[] = [];
  let from: Instant | null = { time: 0, count: 0 };
  while ((from = scanner.next(from, Infinity)) !== null) forth.push(from.count - 1);
  from = { time: Infinity, count: trace.length };
  while ((from = scanner.previous(from)) !== null) back.push(from.count - 1);
  expect([forth, back]).toEqual([hits, hits.toReversed()]);
});

test('a scanner goes on where its trace has grown', () => {
  const writer = new TraceWriter();
  const trace = createTrace(traceHeader({ id: 'a' }));
  const grow = (time: number, kind: EventKind): void => {
    writer.write(time, KIND[kind], 0, 1, -1, -1, NO_VALUE);
    for (const batch of writer.takeBatches()) trace.append(batch);
  };
  const scanner = createBreakpointScanner(trace, [
    { on: 'event', event: 'fired', enabled: true },
    { on: 'time', time: 2, node: 'a', enabled: true },
  ]);
  const start = { time: 0, count: 0 };
  const found = [scanner.next(start, 9)];
  grow(1, 'started');
  found.push(scanner.next(start, 9));
  grow(3, 'started');
  grow(3, 'fired');
  found.push(scanner.next(start, 9), scanner.next({ time: 3, count: 2 }, 9));
  expect(found).toEqual([
    null,
    null,
    { rule: 1, time: 3, count: 2, sequence: 1 },
    { rule: 0, time: 3, count: 3, sequence: 2 },
  ]);
});

test('each kind of breakpoint stops a run where one expects it', () => {
  const { trace } = run(
    schedule({
      horizon: 30,
      functions: {
        slow: [{ do: 'block', for: 3 }],
        check: [
          { do: 'log', text: 'check {call}' },
          { do: 'raise', error: { type: 'ValueError', message: 'empty' }, when: { call: 4 } },
          { do: 'return', value: { rows: 12 } },
        ],
      },
      nodes: [
        { kind: 'callLater', id: 'busy', delay: 4, call: 'slow' },
        { kind: 'loopingCall', id: 'poll', interval: 5, call: 'check', chain: [] },
      ],
    }),
  );
  const first = (rule: BreakpointRule): readonly unknown[] => {
    const hit = createBreakpointScanner(trace, [rule]).next({ time: 0, count: 0 }, 30);
    if (hit === null) return [];
    const { time, sequence } = hit;
    return sequence === null ? [time] : [time, trace.kindAt(sequence), trace.nodeAt(sequence)];
  };
  const on = { enabled: true };
  expect([
    first({ on: 'time', time: 12.5, ...on }),
    first({ on: 'time', time: 12.5, node: 'poll', ...on }),
    first({ on: 'event', event: 'ticked', node: 'poll', ...on }),
    first({ on: 'failure', ...on }),
    first({ on: 'failure', node: 'busy', ...on }),
    first({ on: 'unhandled', ...on }),
    first({ on: 'lateness', above: 1, ...on }),
    first({ on: 'lateness', above: 2, ...on }),
    first({ on: 'value', value: { rows: 12 }, ...on }),
    first({ on: 'text', text: 'check 3', ...on }),
    first({ on: 'text', text: 'empty', ...on }),
  ]).toEqual([
    [12.5],
    [15, 'ran', 1],
    [0, 'ticked', 1],
    [15, 'raised', 1],
    [],
    [15, 'unhandled', 1],
    [7, 'ran', 1],
    [],
    [0, 'returned', 1],
    [10, 'logged', 1],
    [15, 'raised', 1],
  ]);
});

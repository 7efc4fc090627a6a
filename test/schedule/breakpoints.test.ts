import { produce } from 'immer';
import { expect, test } from 'vitest';

import { compile } from '#program/compile.ts';
import {
  addBreakpoint,
  changeBreakpoint,
  enableBreakpoints,
  removeBreakpoints,
} from '#schedule/breakpointEdits.ts';
import { breakpointWords } from '#schedule/breakpointWords.ts';
import { emptySchedule } from '#schedule/documentEdits.ts';
import { BREAKPOINT_EVENTS } from '#schedule/eventWords.ts';
import { removeNodes, renameNode } from '#schedule/nodeEdits.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { parseScheduleText } from '#schedule/parseScheduleText.ts';
import { formatPlacedProblem, formatProblem } from '#schedule/problem.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { scheduleText } from '#schedule/scheduleText.ts';
import type { Breakpoint, Schedule } from '#schedule/schema.ts';
import { exportPython } from '#export/exportPython.ts';
import { KINDS } from '#trace/eventKinds.ts';

import { schedule } from '../support/schedules.ts';

/** One of each kind, of a document in which there is a node `poll`. */
const EVERY_KIND: readonly Breakpoint[] = [
  { on: 'time', time: 12.5, enabled: true },
  { on: 'time', time: 3, node: 'poll', enabled: true },
  { on: 'event', event: 'failed', node: 'poll', enabled: true },
  { on: 'event', event: 'logged', enabled: true },
  { on: 'event', node: 'poll', enabled: false },
  { on: 'failure', enabled: true },
  { on: 'unhandled', node: 'poll', enabled: true },
  { on: 'lateness', above: 0.5, enabled: true },
  { on: 'value', value: { rows: [1, null] }, enabled: true },
  { on: 'text', text: 'ok', node: 'poll', enabled: true },
];

const polling = (breakpoints: readonly Breakpoint[]): Schedule => ({
  ...schedule({
    functions: { tick: [{ do: 'start', node: 'fetch' }] },
    nodes: [
      { id: 'poll', kind: 'loopingCall', interval: 5, call: 'tick' },
      { id: 'fetch', kind: 'deferLater', delay: 1, starts: 'never' },
      { id: 'rows', kind: 'queue' },
      { id: 'take', kind: 'queueGet', queue: 'rows' },
    ],
  }),
  breakpoints: [...breakpoints],
});

const refusals = (...breakpoints: readonly unknown[]): readonly string[] => {
  const parsed = parseSchedule({ ...polling([]), breakpoints });
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
};
const make = (start: Schedule, ...edits: readonly ScheduleEdit[]): readonly Breakpoint[] =>
  edits.reduce((before, edit) => produce(before, (draft) => edit.apply(draft)), start).breakpoints;

test('breakpoints come back from a file as they were saved', () => {
  const document = polling(EVERY_KIND);
  const read = parseScheduleText(scheduleText(document));
  expect(read).toEqual({ ok: true, schedule: document });
});

test('a file without breakpoints has none, and one without `enabled` is on', () => {
  const { breakpoints: _, ...without } = polling([]);
  const read = [without, { ...without, breakpoints: [{ on: 'failure' }] }].map((document) => {
    const parsed = parseSchedule(document);
    return parsed.ok ? parsed.schedule.breakpoints : parsed.problems;
  });
  expect(read).toEqual([[], [{ on: 'failure', enabled: true }]]);
});

test('every refusal names its breakpoint and what is wrong with it', () => {
  const refused = refusals(
    { on: 'noon' },
    { on: 'time', time: -1 },
    { on: 'event' },
    { on: 'event', event: 'dances' },
    { on: 'failure', node: 'nobody' },
    { on: 'failure', colour: 'red' },
    { on: 'lateness' },
    { on: 'text', text: '' },
    { on: 'value' },
    'failure',
  );
  expect(refused).toEqual([
    'breakpoints[0].on: must be time, event, failure, unhandled, lateness, value or text, got "noon"',
    'breakpoints[1].time: must be a finite number >= 0, got -1',
    'breakpoints[2]: must name a kind of event, a node, or both: every event would be one',
    'breakpoints[3].event: must be a kind of event, such as "failed", got "dances"',
    'breakpoints[5].colour: is not a key that belongs here: remove it',
    'breakpoints[6].above: must be a finite number >= 0, got nothing',
    'breakpoints[7].text: must not be empty: every text contains that',
    expect.stringContaining('breakpoints[8]'),
    'breakpoints[9]: must be an object with "on": time, event, failure, unhandled, lateness, value or text, got "failure"',
    'breakpoints[4].node: names the node nobody, which does not exist: name another, or remove the breakpoint',
  ]);
});

test('a broken node is not complained of again where a breakpoint names it', () => {
  const document = {
    ...polling([{ on: 'failure', node: 'odd', enabled: true }]),
    nodes: [{ id: 'odd', kind: 'dance' }],
    functions: {},
  };
  const parsed = parseSchedule(document);
  expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path.join('.'))).toEqual([
    'nodes.0.kind',
  ]);
});

test('a refusal has its place in the text of the file', () => {
  const text = scheduleText(polling([{ on: 'time', time: 12.5, enabled: true }]));
  const parsed = parseScheduleText(text.replace('12.5', '"noon"'));
  const line = text.split('\n').findIndex((found) => found.includes('12.5')) + 1;
  expect(parsed.ok ? [] : parsed.problems.map(formatPlacedProblem)).toEqual([
    `line ${line}, column 7: breakpoints[0].time: must be a finite number >= 0, got "noon"`,
  ]);
});

test('adding, changing, switching and deleting', () => {
  const [first, second, third] = EVERY_KIND as [Breakpoint, Breakpoint, Breakpoint];
  const start = polling([first, second]);
  expect([
    make(start, addBreakpoint(third)),
    make(start, changeBreakpoint(0, third)),
    make(start, enableBreakpoints([0, 1], false)).map(({ enabled }) => enabled),
    make(start, removeBreakpoints([0])),
  ]).toEqual([[first, second, third], [third, second], [false, false], [second]]);
});

test('the same breakpoint is not added twice, be it off or on', () => {
  const [first, second, third] = EVERY_KIND as [Breakpoint, Breakpoint, Breakpoint];
  const start = polling([first, second]);
  expect([
    addBreakpoint({ node: 'poll', enabled: false, time: 3, on: 'time' }).fault?.(start)?.message,
    addBreakpoint(third).fault?.(start),
  ]).toEqual(['breakpoint 2 waits for the same already: switch it on, or change it', null]);
});

test('breakpoints follow a node that is renamed, and go with one that is deleted', () => {
  const breakpoints: readonly Breakpoint[] = [
    { on: 'failure', node: 'poll', enabled: true },
    { on: 'failure', node: 'take', enabled: true },
    { on: 'failure', enabled: true },
  ];
  const start = polling(breakpoints);
  const nodes = (list: readonly Breakpoint[]): readonly unknown[] => list.map(({ node }) => node);
  expect([
    nodes(make(start, renameNode('poll', 'watch'))),
    nodes(make(start, removeNodes(['poll']))),
    // The get cannot be without its queue.
    nodes(make(start, removeNodes(['rows']))),
  ]).toEqual([
    ['watch', 'take', undefined],
    ['take', undefined],
    ['poll', undefined],
  ]);
});

test('they change nothing of the program and of its Python', () => {
  const [without, withThem] = [polling([]), polling(EVERY_KIND)];
  expect([compile(withThem), exportPython(withThem)]).toEqual([
    compile(without),
    exportPython(without),
  ]);
});

test('each is said in words', () => {
  expect(EVERY_KIND.map(breakpointWords)).toEqual([
    '12.5 s',
    'first event of poll from 3 s on',
    'poll fails',
    'anything prints',
    'any event of poll',
    'any failure',
    'unhandled error of poll',
    'any call more than 0.5 s late',
    "value {'rows': [1, None]}",
    "text 'ok' of poll",
  ]);
});

test('a breakpoint can name every kind of event of a trace, and no other', () => {
  expect(BREAKPOINT_EVENTS).toEqual(KINDS);
});

test('an empty schedule has none', () => {
  expect(emptySchedule().breakpoints).toEqual([]);
});

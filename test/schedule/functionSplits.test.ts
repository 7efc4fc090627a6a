import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, test } from 'vitest';

import { copyForNode, extractableSteps, extractSteps } from '#schedule/functionSplits.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { placesOf } from '#schedule/places.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';

import { SCHEDULES } from '../conformance/language/arbitraries/schedules.ts';
import { output, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const make = (start: Schedule, edit: ScheduleEdit): Schedule => {
  const parsed = parseSchedule(produce(start, (draft) => edit.apply(draft)));
  if (!parsed.ok) throw new Error(`${edit.label} gives a schedule that is none.`);
  return parsed.schedule;
};

/** All steps of all places of a schedule that can be extracted. */
const extractions = (document: Schedule): readonly ScheduleEdit[] =>
  document.nodes.flatMap((node) =>
    placesOf(node).flatMap(({ place }) =>
      extractableSteps(document, node.id, place).map((from) => extractSteps(node.id, place, from)),
    ),
  );

const FETCH = schedule({
  functions: {
    parse: [
      { do: 'log', text: 'got {input}' },
      { do: 'raise', error: { type: 'ValueError', message: 'no' }, when: { chance: 0.5 } },
      { do: 'log', text: 'kept {input}' },
      { do: 'return', value: 1 },
    ],
    report: [{ do: 'log', text: 'failed' }],
  },
  nodes: [
    {
      id: 'fetch',
      kind: 'deferLater',
      delay: 2,
      chain: [{ callback: 'parse' }, { both: 'report' }],
    },
    { id: 'alarm', kind: 'callLater', delay: 1, call: 'report' },
  ],
});

describe('steps that are extracted', () => {
  test('become the next callback, which gets the input where it asks for it', () => {
    const after = make(FETCH, extractSteps('fetch', { at: 'link', link: 0, side: 'callback' }, 2));
    expect(after.functions['parse']?.steps.at(-1)).toEqual({ do: 'return', input: true });
    expect(after.functions['parse_then']?.steps).toEqual(FETCH.functions['parse']?.steps.slice(2));
    expect(after.nodes[0]).toMatchObject({
      chain: [{ callback: 'parse' }, { callback: 'parse_then' }, { both: 'report' }],
    });
  });

  test('are none where others call the function, a step before may hand over a result, or results pass by', () => {
    const shared = schedule({
      functions: {
        tick: [
          { do: 'log', text: '1' },
          { do: 'log', text: '2' },
        ],
      },
      nodes: [
        { id: 'one', kind: 'deferLater', delay: 1, call: 'tick' },
        { id: 'loop', kind: 'loopingCall', interval: 1, call: 'tick' },
      ],
    });
    const returning = schedule({
      functions: {
        maybe: [
          { do: 'return', value: 1, when: { input: 1 } },
          { do: 'log', text: 'on' },
        ],
      },
      nodes: [{ id: 'one', kind: 'deferLater', delay: 1, call: 'maybe' }],
    });
    const beside = schedule({
      functions: {
        parse: [
          { do: 'log', text: '1' },
          { do: 'log', text: '2' },
        ],
        report: [
          { do: 'log', text: '1' },
          { do: 'log', text: '2' },
        ],
      },
      nodes: [{ id: 'one', kind: 'deferred', chain: [{ callback: 'parse', errback: 'report' }] }],
    });
    expect([shared, returning, beside].flatMap(extractions)).toEqual([]);
  });

  test('do what they did, at the same times', () => {
    let tried = 0;
    fc.assert(
      fc.property(SCHEDULES, fc.nat(), (document, choice) => {
        const edits = extractions(document);
        const edit = edits[choice % Math.max(1, edits.length)];
        if (edit === undefined) return;
        tried += 1;
        const before = run(document, { events: 5000 });
        const after = run(make(document, edit), { events: 50_000 });
        const lines = output(before.trace);
        expect(output(after.trace).slice(0, lines.length)).toEqual(lines);
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(5);
  });
});

test('a copy of its own is called at all places of a node, and the other one stays with the others', () => {
  const after = make(FETCH, copyForNode('fetch', 'report'));
  expect(after.functions['report_of_fetch']).toEqual(FETCH.functions['report']);
  expect(after.nodes).toMatchObject([
    { chain: [{ callback: 'parse' }, { both: 'report_of_fetch' }] },
    { call: 'report' },
  ]);
});

import { expect, test } from 'vitest';

import { EXAMPLES } from '#schedule/examples.ts';
import { emptySchedule } from '#schedule/documentEdits.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { parseScheduleText } from '#schedule/parseScheduleText.ts';
import { formatProblem } from '#schedule/problem.ts';

const refusals = (input: unknown): readonly string[] => {
  const parsed = parseSchedule(input);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
};
const withNodes = (nodes: readonly object[], functions: object = {}): object => ({
  ...emptySchedule(),
  functions,
  nodes,
});
const at = { position: { x: 0, y: 0 }, starts: 'program' };

test('every example is a valid document', () => {
  const problems = EXAMPLES.map(({ id, load }) => {
    const parsed = parseSchedule(structuredClone(load()));
    return [id, parsed.ok ? [] : parsed.problems.map(formatProblem)];
  });
  expect(problems).toEqual(EXAMPLES.map(({ id }) => [id, []]));
});

test('what a document leaves out has its default', () => {
  const parsed = parseSchedule({
    format: 'reactor-studio/schedule',
    version: 1,
    name: 'Short',
    horizon: 5,
    functions: { tick: { steps: [] } },
    nodes: [{ ...at, id: 'loop', kind: 'loopingCall', interval: 1, call: 'tick' }],
  });
  expect(parsed).toEqual({
    ok: true,
    schedule: {
      ...emptySchedule(),
      name: 'Short',
      horizon: 5,
      functions: { tick: { steps: [] } },
      nodes: [
        {
          ...at,
          id: 'loop',
          kind: 'loopingCall',
          interval: 1,
          now: true,
          withCount: false,
          call: 'tick',
          chain: [],
        },
      ],
    },
  });
});

test('every refusal names its place and what is there', () => {
  const functions = {
    f: {
      steps: [
        { do: 'block', for: -1 },
        { do: 'start' },
        { do: 'log', text: 'x', when: { call: 0 } },
        { do: 'dance' },
        { do: 'return' },
        { do: 'raise', error: { type: 'not a name', message: '' } },
      ],
    },
  };
  const nodes = [
    { ...at, id: 'a', kind: 'callLater', delay: -1, call: 'f' },
    { ...at, id: '1st', kind: 'callLater', delay: 1, call: 'f' },
    { ...at, id: 'b', kind: 'deferLater', delay: '2', chain: [{}, { both: 'f', callback: 'f' }] },
    { ...at, id: 'c', kind: 'timer' },
    { ...at, id: 'd', kind: 'deferred', colour: 'red' },
    { id: 'e', kind: 'deferred', position: { x: 0, y: null }, starts: 'now' },
  ];
  expect(refusals(withNodes(nodes, functions))).toEqual([
    'functions.f.steps[0].for: must be a finite number >= 0, got -1',
    'functions.f.steps[1].node: must be a name, got nothing',
    'functions.f.steps[2].when.call: must be a whole number from 1 to 1000000000, got 0',
    'functions.f.steps[3].do: must be block, log, start, stop, cancel, pause, resume, reset, delay, fire, fail, put, await, stopReactor, return, returnDeferred or raise, got "dance"',
    'functions.f.steps[4]: must have either value or input: true',
    'functions.f.steps[5].error.type: must be the name of an exception class, such as ValueError, got "not a name"',
    'nodes[0].delay: must be a finite number >= 0, got -1',
    'nodes[1].id: must be a Python name (letters A to Z, digits, _; no digit first), got "1st"',
    'nodes[2].delay: must be seconds, or { "uniform": [a, b] }, { "exponential": mean }, { "normal": [mean, sd] }, { "lognormal": [median, sigma] } or { "choice": [[seconds, weight], …] }, got "2"',
    'nodes[2].chain[0]: must have callback, errback or both of these, or "both" alone, or "timeout" alone',
    'nodes[2].chain[1]: must have callback, errback or both of these, or "both" alone, or "timeout" alone',
    'nodes[3].kind: must be callLater, deferLater, loopingCall, deferred, deferredList, coroutine, cooperate, deferToThread, semaphore, guarded, queue, queueGet, service or outsideEvent, got "timer"',
    'nodes[4].colour: is not a key that belongs here: remove it',
    'nodes[5].position.y: must be a finite number, got null',
    'nodes[5].starts: must be "program", "service" or "never", got "now"',
  ]);
});

test('references must lead to something of the right kind', () => {
  const functions = {
    f: { steps: [{ do: 'start', node: 'nobody' }] },
    g: { steps: [{ do: 'fire', node: 'later', value: 1 }] },
    h: { steps: [{ do: 'returnDeferred', node: 'later' }] },
    start_later: { steps: [] },
  };
  const nodes = [
    { ...at, id: 'later', kind: 'callLater', delay: 1, call: 'missing' },
    { ...at, id: 'later', kind: 'deferred', canceller: 'toString' },
    { ...at, id: 'f', kind: 'deferred', chain: [{ errback: 'gone' }] },
  ];
  expect(refusals(withNodes(nodes, functions))).toEqual([
    'nodes[0].id: needs the method start_later in the export, but something is called start_later already: rename one',
    'nodes[1].id: must be unique, but another node is called later: rename one',
    'nodes[1].id: needs the method start_later in the export, but something is called start_later already: rename one',
    'nodes[2].id: must be unique, but a function is called f: rename one',
    'nodes[0].call: names the function missing, which does not exist: add it or name another',
    'nodes[1].canceller: names the function toString, which does not exist: add it or name another',
    'nodes[2].chain[0].errback: names the function gone, which does not exist: add it or name another',
    'functions.f.steps[0].node: names the node nobody, which does not exist: add it or name another',
  ]);
});

test('a step may name only nodes of certain kinds', () => {
  const functions = {
    g: { steps: [{ do: 'fire', node: 'later', value: 1 }] },
    h: { steps: [{ do: 'returnDeferred', node: 'later' }] },
  };
  const nodes = [{ ...at, id: 'later', kind: 'callLater', delay: 1, call: 'g' }];
  expect(refusals(withNodes(nodes, functions))).toEqual([
    'functions.g.steps[0].node: fire cannot name later, which is a callLater and gives no Deferred: name another node',
    'functions.h.steps[0].node: returnDeferred cannot name later, which is a callLater and gives no Deferred: name another node',
  ]);
});

test('what never holds is a warning, what never runs an error', () => {
  const parsed = parseSchedule(
    withNodes([{ ...at, id: 'later', kind: 'callLater', delay: 1, call: 'f' }], {
      f: {
        steps: [
          { do: 'return', value: 1, when: { fromCall: 3, untilCall: 2 } },
          { do: 'raise', error: { type: 'ValueError', message: '' } },
          { do: 'log', text: 'never' },
        ],
      },
    }),
  );
  expect(parsed.ok ? [] : parsed.problems.map(formatProblem)).toEqual([
    'functions.f.steps[2]: never runs: step 2 of f always ends it before. Remove it, or move it up',
  ]);
});

test('a newer version is refused with both versions, a wrong format by its name', () => {
  expect([
    refusals({ ...emptySchedule(), version: 2, later: true }),
    refusals({ ...emptySchedule(), format: 'other' }),
    refusals(null),
  ]).toEqual([
    ['version: is 2, but this program reads up to version 1: open it with a newer one'],
    ['format: must be "reactor-studio/schedule", got "other"'],
    ['document: must be a schedule document, got null'],
  ]);
});

test('text that is no JSON, and JSON that is nested without end, are refused', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const problems = ['{"format": ', deep].map((text) => {
    const parsed = parseScheduleText(text);
    return parsed.ok ? [] : parsed.problems.map((problem) => problem.message.slice(0, 33));
  });
  expect(problems).toEqual([
    ['must be JSON: the text ends here,'],
    ['must be nested at most 32 levels '],
  ]);
});

test('names that every object inherits are refused as keys and never found by inheritance', () => {
  const text = JSON.stringify(emptySchedule()).replace(
    '"functions":{}',
    '"functions":{"__proto__":{"steps":[]}}',
  );
  const parsed = parseScheduleText(text);
  const problems = parsed.ok ? [] : parsed.problems.map(formatProblem);
  expect([problems, ({} as { steps?: unknown }).steps]).toEqual([
    ['functions.__proto__: is not a key that belongs here: remove it'],
    undefined,
  ]);
});

test('beside what the schema refuses, what is whole is checked too', () => {
  const functions = {
    f: {
      steps: [
        { do: 'start', node: 'nobody' },
        { do: 'block', for: -1 },
        { do: 'cancel', node: 'loop', colour: 'red' },
      ],
    },
  };
  const nodes = [
    { ...at, id: 'a', kind: 'callLater', delay: -1, call: 'gone' },
    { ...at, id: 'a', kind: 'callLater', delay: 1, call: 'f', colour: 'red' },
    { ...at, id: 'loop', kind: 'loopingCall', interval: 'often', call: 'missing' },
    { ...at, id: 'list', kind: 'deferredList', members: ['loop', 7, 'loop', 'nobody'] },
  ];
  expect(refusals(withNodes(nodes, functions))).toEqual([
    'functions.f.steps[1].for: must be a finite number >= 0, got -1',
    'functions.f.steps[2].colour: is not a key that belongs here: remove it',
    'nodes[0].delay: must be a finite number >= 0, got -1',
    'nodes[1].colour: is not a key that belongs here: remove it',
    'nodes[2].interval: must be a finite number >= 0, got "often"',
    'nodes[3].members[1]: must be a name, got 7',
    'nodes[1].id: must be unique, but another node is called a: rename one',
    'nodes[0].call: names the function gone, which does not exist: add it or name another',
    'nodes[2].call: names the function missing, which does not exist: add it or name another',
    'nodes[3].members[2]: loop is a member of list already: remove it here',
    'nodes[3].members[3]: names the node nobody, which does not exist: add it or name another',
    'functions.f.steps[0].node: names the node nobody, which does not exist: add it or name another',
    'functions.f.steps[2].node: cancel cannot name loop, which is a loopingCall: name another node',
  ]);
});

test('what only follows from a refusal is not said', () => {
  const functions = {
    f: {
      steps: [
        { do: 'fire', node: 'odd', value: 1 },
        { do: 'start', node: '1st' },
        { do: 'return', value: 1, when: { call: 'x' } },
        { do: 'log', text: 'x' },
        { do: 'put', node: 'unnamed', value: 1 },
        { do: 'start', node: 'nobody' },
      ],
    },
    '2nd': { steps: [] },
    g: {},
  };
  const nodes = [
    // Of an unknown kind: what names it may be right.
    { ...at, id: 'odd', kind: 'deffered', chain: [] },
    { ...at, id: '1st', kind: 'callLater', delay: 1, call: 'g' },
    { ...at, id: 'b', kind: 'deferLater', delay: 1, call: 7, chain: [{ callback: '' }, {}] },
    { ...at, id: 'c', kind: 'guarded', semaphore: 'odd', call: 'g' },
    // The name is lost, so it may be any that is missed.
    { ...at, kind: 'queue' },
    { ...at, id: 'd', kind: 'callLater', delay: 1, call: 'f', starts: 'service', service: [] },
    { ...at, id: 'e', kind: 'deferToThread', call: 'g' },
  ];
  const broken = { ...withNodes(nodes, functions), clock: 'sundial' };
  expect(refusals(broken).map((line) => line.slice(0, line.indexOf(': ')))).toEqual([
    'clock',
    'functions.f.steps[1].node',
    'functions.f.steps[2].when.call',
    'functions.2nd',
    'functions.g.steps',
    'nodes[0].kind',
    'nodes[1].id',
    'nodes[2].call',
    'nodes[2].chain[0].callback',
    'nodes[2].chain[1]',
    'nodes[4].id',
    'nodes[5].service',
  ]);
});

test('of a list of advances the wrong item is named', () => {
  const broken = { ...emptySchedule(), clock: 'testClock', advances: [1, -1, 2, 'x'] };
  expect(refusals(broken)).toEqual([
    'advances[1]: must be a finite number >= 0, got -1',
    'advances[3]: must be a finite number >= 0, got "x"',
  ]);
});

test('a file of another program is refused as one', () => {
  expect(refusals({ name: 'reactor-studio', dependencies: {} })).toEqual([
    'format: must be "reactor-studio/schedule", got nothing: this is no schedule. Open a file that the studio has saved',
  ]);
});

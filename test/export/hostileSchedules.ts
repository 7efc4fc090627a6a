import fc from 'fast-check';

import type { Json } from '#base/json.ts';
import { mayName, type NodeStepKind } from '#schedule/language.ts';
import type { NodeKind, Schedule } from '#schedule/schema.ts';

import { parsedSchedule } from './fixtures.ts';

/** Texts that would end a string, a comment, a line or a name if nothing were done about it. */
const HOSTILE = [
  '"""',
  "'''",
  '"',
  "'",
  '\\',
  '\\\\"',
  '\n',
  '\r\n',
  '\t',
  '#',
  '\u0000',
  '\u001f',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ud800',
  '\udc00',
  '{',
  '}',
  '{{',
  '{input}',
  '{call}',
  '{now}',
  '{{input}}',
  '{input!r}',
  '\\N{DOG}',
  '\\x41',
  '%s',
  '中文',
  '𝒳',
  'é',
  '__import__("os")',
  ' ',
  'word '.repeat(30),
];

const text = fc
  .oneof(
    fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 8,
    }),
    fc.constant([]),
    fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 1 }),
  )
  .map((parts) => parts.join(''));

const label = text.map((whole) => Array.from(whole).slice(0, 60).join(''));

const { json } = fc.letrec<{ json: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom<Json>(null, true, false),
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  json: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('json'),
      { maxKeys: 4 },
    ),
  ),
}));

const seconds = fc.oneof(
  fc.constantFrom(0, 1e-9, 0.1, 1, 2.5, 1e9),
  fc.double({ min: 1e-9, max: 100, noNaN: true }),
);

const duration = fc.oneof(
  seconds,
  fc.tuple(seconds, seconds).map((ends) => ({ uniform: ends.toSorted((a, b) => a - b) })),
  seconds.map((mean) => ({ exponential: mean })),
  fc.tuple(seconds, seconds).map((normal) => ({ normal })),
  fc
    .tuple(seconds, fc.double({ min: 0, max: 10, noNaN: true }))
    .map((lognormal) => ({ lognormal })),
  fc
    .array(fc.tuple(seconds, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 20 })
    .map((choice) => ({ choice })),
);

const error = fc.record({
  type: fc.constantFrom('ValueError', 'FeedError', 'CancelledError', 'TaskFinished', 'Deferred'),
  message: text,
});

const callNumber = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });

const when = fc.option(
  fc.record(
    {
      call: callNumber,
      fromCall: callNumber,
      everyCall: callNumber,
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      error: fc.constantFrom('ValueError', 'FirstError', 'AlreadyCalled', 'OwnError'),
      input: json,
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);

/** One node of each kind; the functions that each calls by what they may do. */
const KINDS: readonly (readonly [NodeKind, fc.Arbitrary<object>])[] = [
  ['callLater', fc.record({ delay: duration, call: fc.constant('plain') })],
  ['deferLater', fc.record({ delay: duration, call: fc.constantFrom('plain', 'other') })],
  [
    'loopingCall',
    fc.record({
      interval: seconds,
      now: fc.boolean(),
      withCount: fc.boolean(),
      call: fc.constantFrom('plain', 'other'),
    }),
  ],
  ['deferred', fc.record({ canceller: fc.constant('other') }, { requiredKeys: [] })],
  [
    'deferredList',
    fc.record({
      members: fc.subarray(['n_deferLater', 'n_loopingCall', 'n_cooperate', 'n_deferred']),
      startMembers: fc.boolean(),
      consumeErrors: fc.boolean(),
      gather: fc.boolean(),
    }),
  ],
  ['coroutine', fc.constant({ call: 'flow' })],
  [
    'cooperate',
    fc.record({ call: fc.constant('plain'), count: fc.nat(5) }, { requiredKeys: ['call'] }),
  ],
  ['deferToThread', fc.constant({ call: 'crunch' })],
  ['semaphore', fc.record({ tokens: fc.integer({ min: 1, max: 3 }) })],
  ['guarded', fc.constant({ semaphore: 'n_semaphore', call: 'plain' })],
  ['queue', fc.record({ size: fc.nat(5), backlog: fc.nat(5) }, { requiredKeys: [] })],
  ['queueGet', fc.constant({ queue: 'n_queue' })],
  ['service', fc.constant({})],
  [
    'outsideEvent',
    fc.record({ at: fc.array(seconds, { maxLength: 60 }), call: fc.constant('plain') }),
  ],
];

const chained = new Set<NodeKind>([
  'deferLater',
  'loopingCall',
  'deferred',
  'deferredList',
  'coroutine',
  'cooperate',
  'guarded',
  'queueGet',
]);

const link = fc.oneof(
  fc.constantFrom<object>(
    { callback: 'other' },
    { errback: 'caught' },
    { callback: 'other', errback: 'caught' },
    { both: 'other' },
    { both: 'plain' },
  ),
  seconds.map((timeout) => ({ timeout })),
);

const nodes = fc.tuple(
  ...KINDS.map(([kind, own]) =>
    fc
      .tuple(
        own,
        fc.record(
          {
            label,
            starts: fc.constantFrom('program', 'never', 'service'),
            ...(chained.has(kind) ? { chain: fc.array(link, { maxLength: 4 }) } : {}),
          },
          { requiredKeys: ['starts'] },
        ),
      )
      .map(([fields, common]) => ({
        ...fields,
        ...common,
        id: `n_${kind}`,
        kind,
        position: { x: 0, y: 0 },
        ...(kind === 'service' ? { starts: 'program' } : { service: 'n_service' }),
      })),
  ),
);

/** Steps that end no function, so that any may follow. */
const plainStep = fc.oneof(
  fc.record({ do: fc.constant('log'), text }),
  fc.record({ do: fc.constant('block'), for: duration }),
);

const ending = fc.oneof(
  fc.record({ do: fc.constant('return'), value: json }),
  fc.constant({ do: 'return', input: true }),
  fc.record({ do: fc.constant('raise'), error }),
);

function nodeStep(kinds: readonly NodeStepKind[]): fc.Arbitrary<object> {
  const targets = kinds.flatMap((step) =>
    KINDS.filter(([kind]) => mayName(step, kind)).map(([kind]) => ({ step, kind })),
  );
  return fc
    .tuple(fc.constantFrom(...targets), json, error, seconds, fc.boolean())
    .map(([{ step, kind }, value, raised, time, flag]) => ({
      do: step,
      node: `n_${kind}`,
      ...(step === 'fire' || step === 'put' ? { value } : {}),
      ...(step === 'fail' ? { error: raised } : {}),
      ...(step === 'delay' || (step === 'reset' && kind === 'callLater') ? { seconds: time } : {}),
      ...(step === 'await' || step === 'returnDeferred' ? { start: flag } : {}),
      ...(step === 'await' && time < 1 ? { onError: 'continue' } : {}),
    }));
}

const acting = nodeStep([
  'start',
  'stop',
  'cancel',
  'pause',
  'resume',
  'reset',
  'delay',
  'fire',
  'fail',
  'put',
]);

/** A body: steps with conditions, and at the end perhaps one without. */
function body(step: fc.Arbitrary<object>, last: fc.Arbitrary<object>): fc.Arbitrary<object> {
  const conditional = fc
    .tuple(fc.oneof(step, last), when)
    .map(([what, condition]) => ({ ...what, when: condition ?? { call: 1 } }));
  return fc
    .tuple(fc.array(fc.oneof(step, conditional), { maxLength: 6 }), fc.option(last, { nil: null }))
    .map(([steps, end]) => ({ steps: end === null ? steps : [...steps, end] }));
}

const functionsOf = {
  plain: body(fc.oneof(plainStep, acting), fc.oneof(ending, nodeStep(['returnDeferred']))),
  other: body(fc.oneof(plainStep, acting), ending),
  caught: body(fc.oneof(plainStep, acting), ending),
  flow: body(fc.oneof(plainStep, acting, nodeStep(['await'])), ending),
  crunch: body(plainStep, ending),
};

/** Valid schedules of all kinds, steps and links, whose texts try to break out of the program. */
export const hostileSchedules: fc.Arbitrary<Schedule> = fc
  .record({
    name: label,
    notes: text,
    seed: fc.integer(),
    horizon: seconds,
    clock: fc.constantFrom('reactor', 'testClock'),
    advances: fc.oneof(fc.constant('deadlines'), fc.array(seconds, { maxLength: 30 })),
    functions: fc.record(functionsOf),
    nodes,
  })
  .map((parts) =>
    parsedSchedule({
      format: 'reactor-studio/schedule',
      version: 1,
      ...parts,
      // A test clock has no threads.
      nodes: parts.nodes.map((node) =>
        parts.clock === 'testClock' && node.kind === 'deferToThread'
          ? { ...node, kind: 'coroutine', call: 'flow' }
          : node,
      ),
      advances: parts.clock === 'testClock' ? parts.advances : 'deadlines',
    }),
  );

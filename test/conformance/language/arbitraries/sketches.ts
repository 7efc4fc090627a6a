import fc, { type Arbitrary } from 'fast-check';

import type { NodeKind, Step } from '#schedule/schema.ts';

import type { FunctionSketch, LinkSketch, NodeSketch, Role, Sketch, StepSketch } from './sketch.ts';
import { CONDITIONS, DURATIONS, ERRORS, INTERVALS, TEXTS, TIMES, VALUES } from './values.ts';

const CHOICE = fc.nat({ max: 20 });

const WHEN = fc.option(CONDITIONS, { nil: undefined, freq: 2 });

function plain<S extends object>(weight: number, step: Arbitrary<S>) {
  const arbitrary = fc.record({ step, when: WHEN }).map((parts): StepSketch => {
    const { when } = parts;
    const made = parts.step as unknown as Step;
    return { act: 'plain', step: when === undefined ? made : { ...made, when } };
  });
  return { weight, arbitrary };
}

const PLAIN_STEPS = [
  plain(5, fc.record({ do: fc.constant('log'), text: TEXTS })),
  plain(4, fc.record({ do: fc.constant('block'), for: DURATIONS })),
  plain(2, fc.record({ do: fc.constant('return'), value: VALUES })),
  plain(2, fc.constant({ do: 'return', input: true })),
  plain(3, fc.record({ do: fc.constant('raise'), error: ERRORS })),
];

const NODE_STEP: Arbitrary<StepSketch> = fc.record({
  act: fc.constant('node' as const),
  node: CHOICE,
  verb: CHOICE,
  when: WHEN,
  // What starts things without end makes programs that are not fit.
  starts: fc.option(fc.constantFrom(1, 2, 3), { nil: null, freq: 5 }),
  seconds: TIMES,
  value: VALUES,
  error: ERRORS,
  start: fc.boolean(),
  goesOn: fc.boolean(),
});

const STEP = fc.oneof(
  ...PLAIN_STEPS,
  { weight: 22, arbitrary: NODE_STEP },
  { ...plain(1, fc.constant({ do: 'stopReactor' })), weight: 1 },
);

const ROLE: Arbitrary<Role> = fc.constantFrom<Role[]>(
  'plain',
  'plain',
  'plain',
  'coroutine',
  'thread',
);

const FUNCTION: Arbitrary<FunctionSketch> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      role: ROLE.filter((role) => role !== 'thread'),
      steps: fc.array(STEP, { maxLength: 5, size: 'max' }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      role: fc.constant<Role>('thread'),
      steps: fc.array(fc.oneof(...PLAIN_STEPS), { maxLength: 3, size: 'max' }),
    }),
  },
);

const LINK: Arbitrary<LinkSketch> = fc.record({
  form: fc.constantFrom<LinkSketch['form'][]>(
    'both',
    'callback',
    'errback',
    'sides',
    'errback',
    'callback',
    'timeout',
  ),
  first: CHOICE,
  second: CHOICE,
  seconds: TIMES,
});

/** Those that need another kind bring it with them, so semaphores and queues need not be many. */
const KIND: Arbitrary<NodeKind> = fc.oneof(
  ...(
    [
      ['callLater', 4],
      ['deferLater', 3],
      ['loopingCall', 4],
      ['deferred', 4],
      ['deferredList', 2],
      ['coroutine', 4],
      ['cooperate', 2],
      ['deferToThread', 3],
      ['semaphore', 1],
      ['guarded', 4],
      ['queue', 1],
      ['queueGet', 3],
      ['service', 2],
      ['outsideEvent', 2],
    ] as const
  ).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) })),
);

const NODE: Arbitrary<NodeSketch> = fc.record({
  kind: KIND,
  startsWith: fc.constantFrom<NodeSketch['startsWith'][]>(
    'program',
    'program',
    'program',
    'service',
    'never',
  ),
  service: fc.option(CHOICE, { nil: null, freq: 2 }),
  call: CHOICE,
  calls: fc.boolean(),
  delay: DURATIONS,
  interval: INTERVALS,
  flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
  count: fc.option(fc.nat({ max: 4 }), { nil: null, freq: 8 }),
  size: fc.option(fc.nat({ max: 2 }), { nil: null, freq: 2 }),
  members: fc.array(CHOICE, { maxLength: 3, size: 'max' }),
  target: CHOICE,
  moments: fc.array(TIMES, { maxLength: 3, size: 'max' }),
  chain: fc.array(LINK, { maxLength: 3, size: 'max' }),
});

/** Random sketches: small ones, in which much meets. */
export const SKETCHES: Arbitrary<Sketch> = fc.record({
  horizon: fc.constantFrom(3, 5, 8, 12, 20),
  seed: fc.constantFrom(1, 2, 3),
  clock: fc.constantFrom<Sketch['clock'][]>('reactor', 'reactor', 'reactor', 'testClock'),
  advances: fc.oneof(
    { weight: 2, arbitrary: fc.constant('deadlines' as const) },
    { weight: 1, arbitrary: fc.array(TIMES, { maxLength: 8, size: 'max' }) },
  ),
  pool: fc.constantFrom(
    { min: 0, max: 10 },
    { min: 0, max: 1 },
    { min: 1, max: 2 },
    { min: 2, max: 2 },
  ),
  functions: fc.array(FUNCTION, { minLength: 1, maxLength: 6, size: 'max' }),
  nodes: fc.array(NODE, { minLength: 1, maxLength: 8, size: 'max' }),
});

import * as z from 'zod/mini';

import { identifierFault } from './identifier.ts';

// The code that zod would generate at run time is what a content security policy forbids.
z.config({ jitless: true });

/** The value of `format` in every document. */
export const FORMAT = 'reactor-studio/schedule';

/** The version of the document format that this program writes. */
export const VERSION = 1;

/** Bounds of a document: what is larger is refused by name, before anything is built from it. */
export const MAX_NODES = 50_000;
const MAX_STEPS = 1_000;
const MAX_LINKS = 1_000;
const MAX_TEXT = 200_000;
const MAX_LABEL = 200;
const MAX_SECONDS = 1e9;
/** Times are kept to the nanosecond: a shorter one would be 0 without saying so. */
const LEAST_SECONDS = 1e-9;

/** The input in a message, as short as it stays clear. */
function got(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (typeof input === 'number') return String(input);
  const text = JSON.stringify(input) ?? typeof input;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const must =
  (be: string) =>
  (issue: { readonly input?: unknown }): string =>
    `must be ${be}, got ${got(issue.input)}`;

/** The same for an object that is told apart by one of its keys. */
const mustHave =
  (key: string, be: string) =>
  ({ input }: { readonly input?: unknown }): string => {
    const isObject = typeof input === 'object' && input !== null;
    return isObject
      ? `must be ${be}, got ${got((input as Record<string, unknown>)[key])}`
      : `must be an object with "${key}": ${be}, got ${got(input)}`;
  };

const seconds = z.number({ error: must('a finite number >= 0') }).check(
  z.gte(0, { error: must('a finite number >= 0') }),
  z.lte(MAX_SECONDS, { error: must(`at most ${MAX_SECONDS} seconds`) }),
  z.refine((value) => value <= 0 || value >= LEAST_SECONDS, {
    error: must('0 or at least a nanosecond (1e-9)'),
  }),
  z.overwrite((value) => value + 0), // -0 becomes 0
);

const callNumber = z
  .int({ error: must('a whole number >= 1') })
  .check(z.gte(1, { error: must('a whole number >= 1') }));

const text = z
  .string({ error: must('text') })
  .check(z.maxLength(MAX_TEXT, { error: `must have at most ${MAX_TEXT} characters` }));

const flag = z.boolean({ error: must('true or false') });

const name = z.string({ error: must('a name') }).check((context) => {
  const fault = identifierFault(context.value);
  if (fault !== null) {
    context.issues.push({ code: 'custom', message: fault, input: context.value });
  }
});

const json = z.json();

/** A Python exception: its class name and its text. */
const errorSchema = z.strictObject(
  {
    type: z.string({ error: must('the name of an exception class') }).check((context) => {
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(context.value)) {
        context.issues.push({
          code: 'custom',
          message: `must be the name of an exception class, such as ValueError, got ${got(context.value)}`,
          input: context.value,
        });
      }
    }),
    message: text,
  },
  { error: must('{ "type": …, "message": … }') },
);

/** When a step runs; all parts that are given must hold. Counts are the function's own calls, from 1. */
const whenSchema = z.strictObject({
  call: z.optional(callNumber),
  fromCall: z.optional(callNumber),
  untilCall: z.optional(callNumber),
  everyCall: z.optional(callNumber),
});

const when = z.optional(whenSchema);

const stepSchema = z.discriminatedUnion(
  'do',
  [
    z.strictObject({ do: z.literal('block'), for: seconds, when }),
    z.strictObject({ do: z.literal('log'), text, when }),
    z.strictObject({ do: z.literal('start'), node: name, when }),
    z.strictObject({ do: z.literal('stop'), node: name, when }),
    z.strictObject({ do: z.literal('cancel'), node: name, when }),
    z.strictObject({ do: z.literal('fire'), node: name, value: json, when }),
    z.strictObject({ do: z.literal('fail'), node: name, error: errorSchema, when }),
    z
      .strictObject({
        do: z.literal('return'),
        value: z.optional(json),
        input: z.optional(z.literal(true, { error: must('true') })),
        when,
      })
      .check((context) => {
        const { value, input } = context.value;
        if ((value === undefined) === (input === undefined)) {
          context.issues.push({
            code: 'custom',
            message: 'must have either value or input: true',
            input: context.value,
          });
        }
      }),
    z.strictObject({
      do: z.literal('returnDeferred'),
      node: name,
      start: z.optional(flag),
      when,
    }),
    z.strictObject({ do: z.literal('raise'), error: errorSchema, when }),
    z.strictObject({ do: z.literal('stopReactor'), when }),
  ],
  {
    error: mustHave(
      'do',
      'block, log, start, stop, cancel, fire, fail, return, returnDeferred, raise or stopReactor',
    ),
  },
);

/** A link of a callback chain: `addCallback`, `addErrback`, `addCallbacks` or `addBoth`. */
const linkSchema = z
  .strictObject({
    callback: z.optional(name),
    errback: z.optional(name),
    both: z.optional(name),
  })
  .check((context) => {
    const { callback, errback, both } = context.value;
    const sides = callback !== undefined || errback !== undefined;
    if (sides === (both !== undefined)) {
      context.issues.push({
        code: 'custom',
        message: 'must have callback, errback or both of these, or "both" alone',
        input: context.value,
      });
    }
  });

const chain = z._default(
  z.array(linkSchema, { error: must('a list of links') }).check(z.maxLength(MAX_LINKS)),
  [],
);

const coordinate = z.number({ error: must('a finite number') });

const common = {
  id: name,
  label: z.optional(
    text.check(z.maxLength(MAX_LABEL, { error: `must have at most ${MAX_LABEL} characters` })),
  ),
  position: z.strictObject({ x: coordinate, y: coordinate }, { error: must('{ "x": …, "y": … }') }),
  starts: z.enum(['program', 'never'], { error: must('"program" or "never"') }),
};

const nodeSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('callLater'), ...common, delay: seconds, call: name }),
    z.strictObject({
      kind: z.literal('deferLater'),
      ...common,
      delay: seconds,
      call: z.optional(name),
      chain,
    }),
    z.strictObject({
      kind: z.literal('loopingCall'),
      ...common,
      interval: seconds,
      now: z._default(flag, true),
      withCount: z._default(flag, false),
      call: name,
      chain,
    }),
    z.strictObject({
      kind: z.literal('deferred'),
      ...common,
      canceller: z.optional(name),
      chain,
    }),
  ],
  { error: mustHave('kind', 'callLater, deferLater, loopingCall or deferred') },
);

const functionSchema = z.strictObject({
  steps: z.array(stepSchema, { error: must('a list of steps') }).check(z.maxLength(MAX_STEPS)),
});

/** The whole document, version 1. Unknown keys are refused by name. */
export const scheduleSchema = z.strictObject(
  {
    format: z.literal(FORMAT, { error: must(`"${FORMAT}"`) }),
    version: z.literal(VERSION, { error: must(String(VERSION)) }),
    name: z.string({ error: must('text') }).check(z.maxLength(MAX_LABEL)),
    notes: z._default(text, ''),
    horizon: seconds,
    seed: z._default(z.int({ error: must('a whole number') }), 1),
    clock: z._default(
      z.literal('reactor', { error: must('"reactor", the one clock of this version') }),
      'reactor',
    ),
    advances: z._default(z.literal('deadlines', { error: must('"deadlines"') }), 'deadlines'),
    epoch: z._default(
      z.nullable(z.iso.datetime({ offset: true, error: must('an ISO date-time or null') })),
      null,
    ),
    threadPool: z._default(
      z.strictObject({ min: z.int().check(z.gte(0)), max: z.int().check(z.gte(1)) }),
      { min: 0, max: 10 },
    ),
    functions: z.record(name, functionSchema, { error: must('an object of functions') }),
    nodes: z
      .array(nodeSchema, { error: must('a list of nodes') })
      .check(z.maxLength(MAX_NODES, { error: `must have at most ${MAX_NODES} nodes` })),
  },
  { error: must('a schedule document') },
);

/** A schedule document: what is drawn, saved, compiled and exported. */
export type Schedule = z.output<typeof scheduleSchema>;
/** A node: an object of the program. */
export type ScheduleNode = Schedule['nodes'][number];
/** The kind of a node, by Twisted's name for it. */
export type NodeKind = ScheduleNode['kind'];
/** A function: steps that run in order when it is called. */
export type ScheduleFunction = z.output<typeof functionSchema>;
/** One step of a function. */
export type Step = z.output<typeof stepSchema>;
/** What a step does. */
export type StepKind = Step['do'];
/** When a step runs. */
export type When = z.output<typeof whenSchema>;
/** A link of a callback chain. */
export type ChainLink = z.output<typeof linkSchema>;
/** A Python exception in a document. */
export type ScheduleError = z.output<typeof errorSchema>;

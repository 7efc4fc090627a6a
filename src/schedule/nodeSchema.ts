import * as z from 'zod/mini';

import { msg, t } from '#words/words.ts';

import { durationSchema } from './durationSchema.ts';
import {
  flag,
  MAX_LABEL,
  must,
  mustHave,
  name,
  seconds,
  text,
  whole,
  said,
} from './schemaParts.ts';

/** The kinds, as a problem lists them. */
const KINDS = [
  'callLater',
  'deferLater',
  'loopingCall',
  'deferred',
  'deferredList',
  'coroutine',
  'cooperate',
  'deferToThread',
  'semaphore',
  'guarded',
  'queue',
  'queueGet',
  'service',
  'outsideEvent',
];
const MAX_LINKS = 1_000;
const MAX_MEMBERS = 1_000;
const MAX_MOMENTS = 10_000;
const MOST = 1e9;

/**
 * A link of a callback chain: `addCallback`, `addErrback`, `addCallbacks` or `addBoth`, or a
 * `timeout` in seconds for what stands before it: `addTimeout`.
 */
export const linkSchema = z
  .strictObject(
    {
      callback: z.optional(name),
      errback: z.optional(name),
      both: z.optional(name),
      timeout: z.optional(seconds),
    },
    { error: must(msg('a link, such as { "callback": "parse" }')) },
  )
  .check((context) => {
    const { callback, errback, both, timeout } = context.value;
    const sides = callback !== undefined || errback !== undefined;
    const forms = [sides, both !== undefined, timeout !== undefined];
    if (forms.filter(Boolean).length !== 1) {
      context.issues.push({
        code: 'custom',
        message: t(
          'must have callback, errback or both of these, or "both" alone, or "timeout" alone',
        ),
        input: context.value,
      });
    }
  });

const chain = z._default(
  z.array(linkSchema, { error: must(msg('a list of links')) }).check(
    z.maxLength(MAX_LINKS, {
      error: said(msg('must have at most {{most}} links'), { most: MAX_LINKS }),
    }),
  ),
  [],
);

const coordinate = z.number({ error: must(msg('a finite number')) });

const common = {
  id: name,
  label: z.optional(
    text.check(
      z.maxLength(MAX_LABEL, {
        error: said(msg('must have at most {{most}} characters'), { most: MAX_LABEL }),
      }),
    ),
  ),
  position: z.strictObject({ x: coordinate, y: coordinate }, { error: must('{ "x": …, "y": … }') }),
  service: z.optional(name),
  starts: z.enum(['program', 'service', 'never'], {
    error: must('"program", "service" or "never"'),
  }),
};

const flagOf = (byDefault: boolean): z.ZodMiniDefault<typeof flag> => z._default(flag, byDefault);

/** A node: an object of the program. */
export const nodeSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('callLater'), ...common, delay: durationSchema, call: name }),
    z.strictObject({
      kind: z.literal('deferLater'),
      ...common,
      delay: durationSchema,
      call: z.optional(name),
      chain,
    }),
    z.strictObject({
      kind: z.literal('loopingCall'),
      ...common,
      interval: seconds,
      now: flagOf(true),
      withCount: flagOf(false),
      call: name,
      chain,
    }),
    z.strictObject({
      kind: z.literal('deferred'),
      ...common,
      canceller: z.optional(name),
      chain,
    }),
    z.strictObject({
      kind: z.literal('deferredList'),
      ...common,
      members: z.array(name, { error: must(msg('a list of node ids')) }).check(
        z.maxLength(MAX_MEMBERS, {
          error: said(msg('must have at most {{most}} members'), { most: MAX_MEMBERS }),
        }),
      ),
      startMembers: flagOf(true),
      fireOnOneCallback: flagOf(false),
      fireOnOneErrback: flagOf(false),
      consumeErrors: flagOf(false),
      gather: flagOf(false),
      chain,
    }),
    z.strictObject({ kind: z.literal('coroutine'), ...common, call: name, chain }),
    z.strictObject({
      kind: z.literal('cooperate'),
      ...common,
      count: z.optional(whole(0, MOST)),
      call: name,
      chain,
    }),
    z.strictObject({ kind: z.literal('deferToThread'), ...common, call: name, chain }),
    z.strictObject({ kind: z.literal('semaphore'), ...common, tokens: whole(1, MOST) }),
    z.strictObject({ kind: z.literal('guarded'), ...common, semaphore: name, call: name, chain }),
    z.strictObject({
      kind: z.literal('queue'),
      ...common,
      size: z.optional(whole(0, MOST)),
      backlog: z.optional(whole(0, MOST)),
    }),
    z.strictObject({ kind: z.literal('queueGet'), ...common, queue: name, chain }),
    z.strictObject({
      kind: z.literal('service'),
      ...common,
      /** Whether the graph shows its frame without what lies in it. It changes nothing of the run. */
      folded: z.optional(z.boolean({ error: must(msg('true or false')) })),
    }),
    z.strictObject({
      kind: z.literal('outsideEvent'),
      ...common,
      at: z.array(seconds, { error: must(msg('a list of seconds')) }).check(
        z.maxLength(MAX_MOMENTS, {
          error: said(msg('must have at most {{most}} moments'), { most: MAX_MOMENTS }),
        }),
      ),
      call: name,
    }),
  ],
  {
    error: mustHave('kind', { oneOf: KINDS }),
  },
);

/** A node: an object of the program. */
export type ScheduleNode = z.output<typeof nodeSchema>;
/** The kind of a node, by Twisted's name for it. */
export type NodeKind = ScheduleNode['kind'];
/** A link of a callback chain. */
export type ChainLink = z.output<typeof linkSchema>;

import * as z from 'zod/mini';

import { msg } from '#words/words.ts';

import { BREAKPOINT_EVENTS } from './eventWords.ts';
import { flag, json, must, mustHave, name, seconds, text, said } from './schemaParts.ts';

/** How many breakpoints a document may have: each event is held against all of them. */
export const MAX_BREAKPOINTS = 200;

const common = {
  /** The node that it is narrowed to; without one, all of them and the reactor. */
  node: z.optional(name),
  enabled: z._default(flag, true),
};

const eventBreakpoint = z
  .strictObject({
    on: z.literal('event'),
    event: z.optional(
      z.enum(BREAKPOINT_EVENTS, { error: must(msg('a kind of event, such as "failed"')) }),
    ),
    ...common,
  })
  .check(
    z.refine(({ event, node }) => event !== undefined || node !== undefined, {
      error: said(msg('must name a kind of event, a node, or both: every event would be one')),
    }),
  );

/** A breakpoint: where playing stops, kept with the document. It changes nothing of the run. */
export const breakpointSchema = z.discriminatedUnion(
  'on',
  [
    z.strictObject({ on: z.literal('time'), time: seconds, ...common }),
    eventBreakpoint,
    z.strictObject({ on: z.literal('failure'), ...common }),
    z.strictObject({ on: z.literal('unhandled'), ...common }),
    z.strictObject({ on: z.literal('lateness'), above: seconds, ...common }),
    z.strictObject({ on: z.literal('value'), value: json, ...common }),
    z.strictObject({
      on: z.literal('text'),
      text: text.check(
        z.minLength(1, { error: said(msg('must not be empty: every text contains that')) }),
      ),
      ...common,
    }),
  ],
  {
    error: mustHave('on', {
      oneOf: ['time', 'event', 'failure', 'unhandled', 'lateness', 'value', 'text'],
    }),
  },
);

/** A breakpoint: where playing stops. */
export type Breakpoint = z.output<typeof breakpointSchema>;
/** What a breakpoint waits for. */
export type BreakpointKind = Breakpoint['on'];

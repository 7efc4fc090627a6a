import * as z from 'zod/mini';

import { msg, t } from '#words/words.ts';

import { durationSchema } from './durationSchema.ts';
import {
  caughtType,
  errorSchema,
  flag,
  json,
  must,
  mustHave,
  name,
  seconds,
  text,
  whole,
} from './schemaParts.ts';

/** The kinds of step, as a problem lists them. */
const STEPS = [
  'block',
  'log',
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
  'await',
  'stopReactor',
  'return',
  'returnDeferred',
  'raise',
];

const callNumber = whole(1, 1e9);

/** When a step runs; all parts that are given must hold. Counts are the function's own calls, from 1. */
export const whenSchema = z.strictObject(
  {
    call: z.optional(callNumber),
    fromCall: z.optional(callNumber),
    untilCall: z.optional(callNumber),
    everyCall: z.optional(callNumber),
    chance: z.optional(
      z
        .number({ error: must(msg('a number from 0 to 1')) })
        .check(
          z.gte(0, { error: must(msg('a number from 0 to 1')) }),
          z.lte(1, { error: must(msg('a number from 0 to 1')) }),
        ),
    ),
    error: z.optional(caughtType),
    input: z.optional(json),
  },
  { error: must(msg('an object such as { "call": 3 }')) },
);

const when = z.optional(whenSchema);

const onNode = { node: name, when };

/** A step of a function. */
export const stepSchema = z.discriminatedUnion(
  'do',
  [
    z.strictObject({ do: z.literal('block'), for: durationSchema, when }),
    z.strictObject({ do: z.literal('log'), text, when }),
    z.strictObject({ do: z.literal('start'), ...onNode }),
    z.strictObject({ do: z.literal('stop'), ...onNode }),
    z.strictObject({ do: z.literal('cancel'), ...onNode }),
    z.strictObject({ do: z.literal('pause'), ...onNode }),
    z.strictObject({ do: z.literal('resume'), ...onNode }),
    z.strictObject({ do: z.literal('reset'), ...onNode, seconds: z.optional(seconds) }),
    z.strictObject({ do: z.literal('delay'), ...onNode, seconds }),
    z.strictObject({ do: z.literal('fire'), ...onNode, value: json }),
    z.strictObject({ do: z.literal('fail'), ...onNode, error: errorSchema }),
    z.strictObject({ do: z.literal('put'), ...onNode, value: json }),
    z.strictObject({
      do: z.literal('await'),
      ...onNode,
      start: z.optional(flag),
      onError: z.optional(z.literal('continue', { error: must('"continue"') })),
    }),
    z.strictObject({ do: z.literal('stopReactor'), when }),
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
            message: t('must have either value or input: true'),
            input: context.value,
          });
        }
      }),
    z.strictObject({ do: z.literal('returnDeferred'), ...onNode, start: z.optional(flag) }),
    z.strictObject({ do: z.literal('raise'), error: errorSchema, when }),
  ],
  {
    error: mustHave('do', { oneOf: STEPS }),
  },
);

/** One step of a function. */
export type Step = z.output<typeof stepSchema>;
/** When a step runs. */
export type When = z.output<typeof whenSchema>;

import * as z from 'zod/mini';

import { msg, t } from '#words/words.ts';

import { must, said, seconds } from './schemaParts.ts';

const MAX_CHOICES = 100;

const shape = must(
  msg(
    'seconds, or { "uniform": [a, b] }, { "exponential": mean }, { "normal": [mean, sd] }, { "lognormal": [median, sigma] } or { "choice": [[seconds, weight], …] }',
  ),
);

const weight = z
  .number({ error: must(msg('a weight > 0')) })
  .check(
    z.gt(0, { error: must(msg('a weight > 0')) }),
    z.lte(1e9, { error: must(msg('at most {{most}}'), { most: '1e9' }) }),
  );

const sigma = z
  .number({ error: must(msg('a number from 0 to 10')) })
  .check(
    z.gte(0, { error: must(msg('a number from 0 to 10')) }),
    z.lte(10, { error: must(msg('a number from 0 to 10')) }),
  );

const BY_KEY = {
  uniform: z.strictObject({
    uniform: z
      .tuple([seconds, seconds], { error: must('[a, b]') })
      .check(
        z.refine(([from, to]) => from <= to, { error: must(msg('[a, b] with a not above b')) }),
      ),
  }),
  exponential: z.strictObject({ exponential: seconds }),
  normal: z.strictObject({
    // not shown: the same in every language
    normal: z.tuple([seconds, seconds], { error: must('[mean, sd]') }),
  }),
  lognormal: z.strictObject({
    // not shown: the same in every language
    lognormal: z.tuple([seconds, sigma], { error: must('[median, sigma]') }),
  }),
  choice: z.strictObject({
    choice: z
      // not shown: the same in every language
      .array(z.tuple([seconds, weight], { error: must('[seconds, weight]') }), {
        error: must(msg('a list of [seconds, weight]')),
      })
      .check(
        z.minLength(1, { error: said(msg('must have at least one choice')) }),
        z.maxLength(MAX_CHOICES, {
          error: said(msg('must have at most {{most}} choices'), { most: MAX_CHOICES }),
        }),
      ),
  }),
};

const distributionSchema = z.union([
  BY_KEY.uniform,
  BY_KEY.exponential,
  BY_KEY.normal,
  BY_KEY.lognormal,
  BY_KEY.choice,
]);

/** A number of virtual seconds, or a distribution that one is drawn from each time. */
export const durationSchema = z.union([seconds, distributionSchema], {
  error: ({ input }) => faultOf(input),
});

/** What is wrong with a duration: with what it is meant to be, where that can be told. */
function faultOf(input: unknown): string {
  if (typeof input === 'number') return firstMessage(seconds, input);
  if (typeof input === 'object' && input !== null) {
    for (const [key, schema] of Object.entries(BY_KEY)) {
      if (Object.hasOwn(input, key)) return firstMessage(schema, input);
    }
  }
  return shape({ input });
}

function firstMessage(schema: z.ZodMiniType, input: unknown): string {
  const [issue] = schema.safeParse(input).error?.issues ?? [];
  if (issue === undefined) return shape({ input });
  if (issue.code === 'unrecognized_keys') {
    return t('must have one key only: remove {{keys}}', { keys: issue.keys.join(', ') });
  }
  const { message } = issue;
  return issue.path.length > 1
    ? t('{{message}} (at {{place}})', { message, place: issue.path.slice(1).join('.') })
    : message;
}

/** How a duration is drawn. */
export type Distribution = z.output<typeof distributionSchema>;
/** A number of virtual seconds, or how it is drawn. */
export type Duration = z.output<typeof durationSchema>;
